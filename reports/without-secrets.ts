/** What products write before a secret; a keyed hash that stands in a secret's place already is left alone. */
const secretParameter =
  /([?&;\s"']|^)((?:signature|sig|token|key|secret|password|x-amz-[a-z-]+)=)(?!\[secret )[^&\s"'<>;]+/gi;
const bearer = /\b(Bearer\s+)[\w.~+/=-]{8,}/g;
const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** Removes what looks like a secret from every text of a JSON value: the last guard, since evidence is redacted as it is written. */
export function withoutSecrets<Value>(value: Value): Value {
  return scrub(value) as Value;
}

function scrub(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(secretParameter, '$1$2[secret removed]')
      .replace(bearer, '$1[secret removed]')
      .replace(jsonWebToken, '[secret removed]');
  if (Array.isArray(value)) return value.map(scrub);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, scrub(held)]));
}
