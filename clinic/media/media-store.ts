import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ObjectKeys } from './object-keys.ts';

/** Keeps the media of replays. */
export interface MediaStore {
  /** Keeps a copy of a file and answers with its key. */
  keepFile: (path: string, extension: 'webm' | 'png') => Promise<string>;
  keepBytes: (bytes: Uint8Array, extension: 'webm' | 'png') => Promise<string>;
  open: (key: string) => Promise<StoredObject | null>;
}

export interface StoredObject {
  bytesTotal: number;
  contentType: string;
  /** The bytes from `start` to `end`, both included. */
  read: (start: number, end: number) => Readable;
}

const contentTypes = new Map([
  ['webm', 'video/webm'],
  ['png', 'image/png'],
]);

/** Keeps media as files in one directory. */
export async function createMediaStore(parts: {
  filesDirectory: string;
  objectKeys: ObjectKeys;
}): Promise<MediaStore> {
  const directory = join(parts.filesDirectory, 'media');
  await mkdir(directory, { recursive: true });
  return {
    async keepFile(path, extension) {
      const key = parts.objectKeys(extension);
      await copyFile(path, join(directory, key));
      return key;
    },
    async keepBytes(bytes, extension) {
      const key = parts.objectKeys(extension);
      await writeFile(join(directory, key), bytes);
      return key;
    },
    async open(key) {
      const extension = /^[0-9a-z-]+\.(webm|png)$/u.exec(key)?.[1];
      if (extension === undefined) return null;
      const path = join(directory, key);
      const file = await stat(path).catch(() => null);
      if (!file) return null;
      return {
        bytesTotal: file.size,
        contentType: contentTypes.get(extension) ?? 'application/octet-stream',
        read: (start, end) => createReadStream(path, { start, end }),
      };
    },
  };
}
