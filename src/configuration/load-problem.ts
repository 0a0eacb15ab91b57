/** Why a module could not be loaded; where its name may be why, with the name under which it could. */
export function loadProblem(path: string, error: unknown): string {
  const [, stem, extension] = /^(.*)\.([jt]s)$/u.exec(path) ?? [];
  const mayBeItsName = error instanceof SyntaxError && stem !== undefined;
  return mayBeItsName && extension !== undefined
    ? `${String(error)}. In a package whose type is not "module" it has to be called ${stem}.m${extension}.`
    : String(error);
}
