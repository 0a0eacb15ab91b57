const named = /\bReplay [\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/g;

/** A reason without the ids of replays, for a first screen: the shortfalls of the report name them. */
export function withoutIds(text: string): string {
  return text.replace(named, 'A replay');
}
