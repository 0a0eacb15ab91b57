import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { crc16 } from './crc16.ts';
import { encodeCrockford } from './crockford.ts';

/** What the canary was planted in; further kinds are lower-case words. */
export type CanaryKind =
  'reason' | 'message' | 'document' | 'file' | 'picture' | (string & Record<never, never>);

/** What a full canary says: who planted it, where, and in which run. */
export interface Canary {
  readonly run: string;
  /** Number of the patient in the plan, 24 bits. */
  readonly patient: number;
  /** Number of the consultation, 24 bits; 0 where the content belongs to none. */
  readonly consultation: number;
  /** Number of the take among this patient's takes, 12 bits; 0 where there is none. */
  readonly take: number;
  readonly kind: CanaryKind;
}

/** Every canary starts so. No body can hold it, because Crockford's alphabet has no `i`. */
export const canaryPrefix = 'icanary1';

/** Every canary ends so, which betrays one whose beginning was cut off. */
export const canarySuffix = 'icanend';

/** Least and most bytes of a body; its first byte says how many it has. */
export const canaryBodyBytes = { least: 22, most: 108 } as const;

const macBytes = 8;
const fixedBytes = 1 + macBytes + 3 + 3 + 2 + 1;
const checksumBytes = 2;

const canarySchema = z.object({
  run: z.string().regex(/^[\x21-\x7e]{1,64}$/, 'A run id is 1 to 64 printable ASCII characters.'),
  patient: z.int().min(0).max(0xff_ffff),
  consultation: z.int().min(0).max(0xff_ffff),
  take: z.int().min(0).max(0xfff),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/, 'A kind is a lower-case word.'),
});

/** Makes the text token that a patient plants in what they write. The same canary is always the same text. */
export function mintCanary(key: Uint8Array, canary: Canary): string {
  const { run, patient, consultation, take, kind } = canarySchema.parse(canary);
  const length = fixedBytes + run.length + kind.length + checksumBytes;
  const body = Buffer.alloc(length);
  body.writeUInt8(length, 0);
  body.writeUIntBE(patient, 9, 3);
  body.writeUIntBE(consultation, 12, 3);
  body.writeUInt16BE(take, 15);
  body.writeUInt8(run.length, 17);
  body.write(run + kind, fixedBytes, 'latin1');
  body.set(macOf(key, body), 1);
  body.writeUInt16BE(crc16(body, length - checksumBytes), length - checksumBytes);
  return canaryPrefix + encodeCrockford(body) + canarySuffix;
}

/** Reads a decoded body: the canary and whether the key made it, or `undefined` where it is damaged. */
export function readCanaryBody(
  key: Uint8Array,
  bytes: Uint8Array,
): { readonly canary: Canary; readonly genuine: boolean } | undefined {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = body.length;
  if (length < fixedBytes + checksumBytes || body.readUInt8(0) !== length) return undefined;
  const checked = length - checksumBytes;
  if (body.readUInt16BE(checked) !== crc16(body, checked)) return undefined;
  const runEnd = fixedBytes + body.readUInt8(17);
  const parsed = canarySchema.safeParse({
    run: body.toString('latin1', fixedBytes, runEnd),
    patient: body.readUIntBE(9, 3),
    consultation: body.readUIntBE(12, 3),
    take: body.readUInt16BE(15),
    kind: body.toString('latin1', runEnd, Math.max(runEnd, checked)),
  });
  if (!parsed.success) return undefined;
  const genuine = timingSafeEqual(macOf(key, body), body.subarray(1, 1 + macBytes));
  return { canary: parsed.data, genuine };
}

function macOf(key: Uint8Array, body: Uint8Array): Uint8Array {
  return createHmac('sha256', key)
    .update('in-confidence canary 1\0')
    .update(body.subarray(1 + macBytes, body.length - checksumBytes))
    .digest()
    .subarray(0, macBytes);
}
