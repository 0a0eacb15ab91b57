/** The codecs of @napi-rs/webcodecs. */
export type Codecs = typeof import('@napi-rs/webcodecs');

let loading: Promise<Codecs | undefined> | undefined;

/** Codecs for what an image library cannot decode, or `undefined` where the optional package is not installed. */
export async function optionalCodecs(): Promise<Codecs | undefined> {
  loading ??= import('@napi-rs/webcodecs').catch(() => undefined);
  return await loading;
}

/** What a reading says where the optional package would have been needed. */
export const codecsMissing = 'install the optional package @napi-rs/webcodecs to read it';
