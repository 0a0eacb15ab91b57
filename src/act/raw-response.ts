/** A response as it came over the wire. */
export interface RawResponse {
  readonly method: string;
  /** Absolute address that was asked for. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case; several values are joined by a comma and a space, cookies by a line break. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The body as text, whatever its content type says. */
export function textOf(response: RawResponse): string {
  return new TextDecoder().decode(response.body);
}
