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

/** The body as text, in the charset that it names; in UTF-8 where it names none that is known. */
export function textOf({ headers, body }: RawResponse): string {
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
