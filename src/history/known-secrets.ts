/** Shorter ones would be found in ordinary words. */
const lengthAtLeast = 6;
/** Known by its key, so that a driver’s own copy of this module and the harness’s know the same. */
const place = Symbol.for('in-confidence.known-secrets');

function secrets(): Set<string> {
  const holder = globalThis as { [place]?: Set<string> };
  return (holder[place] ??= new Set());
}

/** Remembers a secret, so that no history shows it. */
export function rememberSecret(value: string): void {
  if (value.length >= lengthAtLeast) secrets().add(value);
}

/** The text with every remembered secret, as it is and as addresses write it, replaced by what `hide` gives for it. */
export function withoutKnownSecrets(text: string, hide: (secret: string) => string): string {
  let hidden = text;
  for (const secret of secrets())
    for (const written of new Set([secret, encodeURIComponent(secret)]))
      hidden = hidden.replaceAll(written, () => hide(secret));
  return hidden;
}
