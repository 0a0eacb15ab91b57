/** JSON for a data block in a page: no character in it can end the surrounding script element. */
export function scriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
