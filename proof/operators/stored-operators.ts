import { appendFile, copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import type { Choose } from './operator.ts';

/** One way in which a run's files may come to be damaged. */
export interface StoredOperator {
  /** In words, since the record shows it. */
  readonly name: string;
  /** Whether it happens before the run is sealed, so that no hash tells of it. */
  readonly isBeforeSeal: boolean;
  /** Damages one of the files in place; false when these files give no occasion. */
  readonly damage: (files: readonly string[], choose: Choose) => Promise<boolean>;
}

/** What disks, copies and editors do to the histories of a run. */
export const storedOperators: readonly StoredOperator[] = [
  {
    name: 'a file of a history is cut off somewhere',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, async (file, text) => {
        // Without the line break at its very end a file still says all that it said.
        const bytes = Buffer.byteLength(text) - 1;
        await truncate(file, choose(Array.from({ length: bytes }, (_, byte) => byte)) ?? 0);
      }),
  },
  {
    name: 'a file of a history is gone',
    isBeforeSeal: true,
    damage: (files, choose) => onOne(files, choose, (file) => rm(file)),
  },
  {
    name: 'a byte of a history is another one than when it was sealed',
    isBeforeSeal: false,
    damage: (files, choose) =>
      onOne(files, choose, async (file, text) => {
        const bytes = Buffer.from(text);
        const place = choose([...bytes.keys()]) ?? 0;
        bytes[place] = (bytes[place] ?? 0) ^ 0x10;
        await writeFile(file, bytes);
      }),
  },
  {
    name: 'a line of a history is gone',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, async (file, text) => {
        const lines = text.split('\n').slice(0, -1);
        const gone = choose([...lines.keys()]) ?? 0;
        await writeFile(file, lines.toSpliced(gone, 1).join('\n'));
      }),
  },
  {
    name: 'a line of a history is there twice',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, async (file, text) => {
        const lines = text.split('\n').slice(0, -1);
        const twice = choose([...lines.keys()]) ?? 0;
        await writeFile(file, lines.toSpliced(twice, 0, lines[twice] ?? '').join('\n'));
      }),
  },
  {
    name: 'a history goes on after its end',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, (file, text) =>
        appendFile(file, `${choose(text.split('\n').slice(0, -1)) ?? ''}\n`),
      ),
  },
  {
    name: 'a history is another cohort’s',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, async (file) => {
        const other = choose(files.filter((one) => one !== file));
        if (other !== undefined) await copyFile(other, file);
      }),
  },
  {
    name: 'two histories are exchanged',
    isBeforeSeal: true,
    damage: (files, choose) =>
      onOne(files, choose, async (file) => {
        const other = choose(files.filter((one) => one !== file));
        if (other === undefined) return;
        await rename(file, `${file}.kept`);
        await rename(other, file);
        await rename(`${file}.kept`, other);
      }),
  },
];

async function onOne(
  files: readonly string[],
  choose: Choose,
  damage: (file: string, text: string) => Promise<void>,
): Promise<boolean> {
  const file = choose(files);
  if (file === undefined) return false;
  await damage(file, await readFile(file, 'utf8'));
  return true;
}
