import request from 'supertest';
import { z } from 'zod';
import type { TestClinic } from './test-clinic.ts';

const consultationBody = z.object({ consultation: z.object({ id: z.string() }) });
const callBody = z.object({
  room: z.object({ sid: z.string(), name: z.string() }),
  token: z.string(),
  providerUrl: z.string(),
  mode: z.string(),
});
const replay = z.object({
  id: z.string(),
  consultationId: z.string(),
  title: z.string(),
  reason: z.string(),
  status: z.enum(['processing', 'ready']),
  durationSeconds: z.number().nullable(),
  thumbnailUrl: z.string().nullable(),
});
const replaysBody = z.object({
  replays: z.array(replay),
  total: z.number(),
  nextCursor: z.string().nullable(),
});
const replayBody = z.object({ replay: replay.extend({ mediaUrl: z.string().nullable() }) });

/** Somebody with an account, and their device, which keeps their cookie. */
export interface TestPatient {
  email: string;
  device: ReturnType<typeof request.agent>;
  book: (clinicianId: string, startsAt: string, reason?: string) => Promise<string>;
  /** Agrees to be recorded, unless `consent` says otherwise; null says nothing about it. */
  join: (consultationId: string, consent?: 'given' | 'refused' | null) => Promise<JoinedRoom>;
  switchToVideo: (consultationId: string) => Promise<void>;
  end: (consultationId: string) => Promise<void>;
  replays: (query?: string) => Promise<z.infer<typeof replaysBody>>;
  replay: (id: string) => Promise<z.infer<typeof replayBody>['replay']>;
}

/** A place in a room at the provider. */
export interface JoinedRoom {
  room: { sid: string; name: string };
  publish: (media: Uint8Array) => Promise<void>;
}

/** A membership number that the insurer knows. */
export function membershipNumber(number: number): string {
  const digits = String(number).padStart(8, '0');
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return `ICM${digits}${(10 - (sum % 10)) % 10}`;
}

/** What somebody called `name` writes into the registration form. */
export function registrationOf(name: string) {
  return {
    email: `${name}@example.org`,
    password: `password of ${name}`,
    givenName: name,
    familyName: 'Example',
    birthDate: '1980-02-29',
    phone: '+44 7700 900123',
    membershipNumber: membershipNumber(name.length),
  };
}

/** Registers somebody and signs them in. */
export async function signInPatient(
  clinic: Pick<TestClinic, 'url'>,
  name: string,
): Promise<TestPatient> {
  const device = request.agent(clinic.url);
  const registration = registrationOf(name);
  await device.post('/api/register').send(registration).expect(201);
  const { email, password } = registration;
  await device.post('/api/session').send({ email, password }).expect(200);
  return {
    email,
    device,
    async book(clinicianId, startsAt, reason = `reason of ${name}`) {
      const { body } = await device
        .post('/api/consultations')
        .send({ clinicianId, startsAt, reason })
        .expect(201);
      return consultationBody.parse(body).consultation.id;
    },
    async join(consultationId, consent = 'given') {
      const { body } = await device
        .post(`/api/consultations/${consultationId}/join`)
        .send(consent === null ? {} : { consent })
        .expect(200);
      const { room, token, providerUrl } = callBody.parse(body);
      const ask = async (path: string, media?: Uint8Array) => {
        const response = await fetch(new URL(`/video/rooms/${room.sid}/${path}`, providerUrl), {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'video/webm' },
          ...(media ? { body: new Uint8Array(media) } : {}),
        });
        if (!response.ok) throw new Error(`The provider answered ${path} with ${response.status}.`);
      };
      await ask('participants');
      return { room, publish: (media) => ask('media', media) };
    },
    async switchToVideo(consultationId) {
      await device
        .post(`/api/consultations/${consultationId}/switch`)
        .send({ mode: 'video' })
        .expect(200);
    },
    async end(consultationId) {
      await device.post(`/api/consultations/${consultationId}/end`).expect(200);
    },
    async replays(query = '') {
      const { body } = await device.get(`/api/replays${query}`).expect(200);
      return replaysBody.parse(body);
    },
    async replay(id) {
      const { body } = await device.get(`/api/replays/${id}`).expect(200);
      return replayBody.parse(body).replay;
    },
  };
}
