import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { crc16 } from './crc16.ts';
import type { Role } from '../model/role.ts';

/** What a mark says. A clinician's mark names the patient and the take that they are serving. */
export interface MarkContent {
  readonly role: Role;
  /** Number of the patient in the plan, 24 bits. */
  readonly patient: number;
  /** Number of the take among this patient's takes, 12 bits. */
  readonly take: number;
}

/** `foreign`: an intact mark whose MAC is not of this key and run, so another run or another project made it. */
export type MarkReading =
  ({ readonly integrity: 'authentic' } & MarkContent) | { readonly integrity: 'foreign' };

/** Bytes of a mark: 5 of content, 4 of MAC, 2 of checksum. */
export const markBytes = 11;

const version = 1;
const contentBytes = 5;
const macBytes = 4;

const contentSchema = z.object({
  role: z.enum(['patient', 'clinician']),
  patient: z.int().min(0).max(0xff_ffff),
  take: z.int().min(0).max(0xfff),
});

/** Makes the short code that every video frame and every second of sound of one take carries. */
export function mintMark(key: Uint8Array, run: string, content: MarkContent): Uint8Array {
  const { role, patient, take } = contentSchema.parse(content);
  const mark = new Uint8Array(markBytes);
  const view = new DataView(mark.buffer);
  const versionAndRole = (version << 1) | (role === 'clinician' ? 1 : 0);
  view.setUint8(0, (versionAndRole << 4) | (patient >>> 20));
  view.setUint32(1, ((patient & 0xf_ffff) << 12) | take);
  mark.set(macOf(key, run, mark), contentBytes);
  whiten(mark);
  view.setUint16(contentBytes + macBytes, crc16(mark, contentBytes + macBytes));
  return mark;
}

/** Whether the bytes are an intact mark of anybody's: right length, version and checksum. Needs no key. */
export function isIntactMark(bytes: Uint8Array): boolean {
  return (
    bytes.length === markBytes &&
    (bytes[0] ?? 0) >>> 5 === version &&
    ((bytes[9] ?? 0) << 8) + (bytes[10] ?? 0) === crc16(bytes, contentBytes + macBytes)
  );
}

/** Reads a mark and verifies whose it is; `undefined` where the bytes are no intact mark at all. */
export function readMark(key: Uint8Array, run: string, bytes: Uint8Array): MarkReading | undefined {
  if (!isIntactMark(bytes)) return undefined;
  const mark = Uint8Array.from(bytes);
  whiten(mark);
  const claimed = mark.subarray(contentBytes, contentBytes + macBytes);
  if (!timingSafeEqual(macOf(key, run, mark), claimed)) return { integrity: 'foreign' };
  const view = new DataView(mark.buffer);
  const head = view.getUint8(0);
  const tail = view.getUint32(1);
  return {
    integrity: 'authentic',
    role: (head >>> 4) & 1 ? 'clinician' : 'patient',
    patient: ((head & 0xf) << 20) | (tail >>> 12),
    take: tail & 0xfff,
  };
}

/**
 * Mixes the content with its own MAC, and back: otherwise neighbours' marks would be alike for most of their
 * content, and the place where one is spliced to the other could not be heard.
 */
function whiten(mark: Uint8Array): void {
  const view = new DataView(mark.buffer, mark.byteOffset, mark.byteLength);
  let mixed = view.getUint32(contentBytes);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed ^= mixed >>> 16;
  view.setUint8(0, view.getUint8(0) ^ (mixed & 0xf));
  view.setUint32(1, view.getUint32(1) ^ Math.imul(mixed, 0x9e3779b1));
}

function macOf(key: Uint8Array, run: string, mark: Uint8Array): Uint8Array {
  return createHmac('sha256', key)
    .update(`in-confidence mark 1\0${run}\0`)
    .update(mark.subarray(0, contentBytes))
    .digest()
    .subarray(0, macBytes);
}
