/** Shorter runs of letters stand in any sound or picture by chance, in bytes. */
const shortestWords = 6;

const matroska = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** The words in a file that is no text: titles, tags, subtitles, comments; each run of them on a line. */
export function wordsWithin(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const runs: string[] = [];
  let start = 0;
  let at = 0;
  while (at <= file.length) {
    const size = sizeOfCharacter(file, at);
    if (size > 0) {
      at += size;
      continue;
    }
    if (at - start >= shortestWords) runs.push(file.toString('utf8', start, at));
    at += 1;
    start = at;
  }
  // Matroska and WebM have words in UTF-8 alone.
  const isMatroska = file.subarray(0, 4).equals(matroska);
  return [...runs, ...(isMatroska ? [] : wideWords(file))].join('\n');
}

/** Letters of Latin scripts, four of them and more: less stands anywhere by chance. Others where a mark says that words follow. */
const wide = /[\t\x20-\x7e\xa0-\u017f]{4,}|(?<=\ufeff)[\p{L}\p{M}\p{N}\p{P}\p{Zs}]{2,}/gu;

/** Words in UTF-16 of either byte order, as ID3 and other formats of tags have them. */
function wideWords(file: Buffer): string[] {
  return [0, 1].flatMap((from) => {
    const little = file.subarray(from, from + 2 * Math.floor((file.length - from) / 2));
    const big = Buffer.from(little).swap16();
    return [little, big].flatMap((units) => units.toString('utf16le').match(wide) ?? []);
  });
}

/** Bytes of the character that is written here: one of printable ASCII, or several in UTF-8; 0 where none is. */
function sizeOfCharacter(file: Buffer, at: number): number {
  const first = file[at] ?? 0;
  if (first === 0x09 || (first >= 0x20 && first <= 0x7e)) return 1;
  if (first < 0xc3 || first > 0xef) return 0;
  const size = first >= 0xe0 ? 3 : 2;
  for (let next = at + 1; next < at + size; next += 1)
    if (((file[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}
