import { createReadStream } from 'node:fs';

/**
 * The lines of a file, read as they are asked for. Only a line feed ends a line: readline also breaks at U+2028, which
 * may stand in a title, and reads far ahead of a slow reader.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
