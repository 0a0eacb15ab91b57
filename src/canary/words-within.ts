/** Shorter runs of letters stand in any sound or picture by chance, in characters. */
const shortestWords = 6;
/** A character of a file's words: printable ASCII, or one of several bytes in UTF-8. */
const written = /(?:[\t\x20-\x7e]|[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})+/g;

/** The words in a file that is no text: titles, tags, subtitles, comments; each run of them on a line. */
export function wordsWithin(bytes: Uint8Array): string {
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const runs = (letters.match(written) ?? []).filter(({ length }) => length >= shortestWords);
  return Buffer.from(runs.join('\n'), 'latin1').toString('utf8');
}
