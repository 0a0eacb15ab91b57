import request from 'supertest';
import { z } from 'zod';
import { testStaffPassword } from './test-clinic.ts';
import type { TestClinic } from './test-clinic.ts';

const session = z.object({
  recordingSid: z.string(),
  uploadUrl: z.string(),
  uploadToken: z.string(),
});

/** A clinician at their device, which keeps the staff's cookie. */
export interface TestClinician {
  device: ReturnType<typeof request.agent>;
  /** Opens a recording of a live call, as the clinician's page does. */
  openRecording: (consultationId: string, mode: 'audio' | 'video') => Promise<LiveRecording>;
  end: (consultationId: string) => Promise<void>;
}

/** A recording that the clinician's page makes and uploads. */
export interface LiveRecording {
  sid: string;
  /** Uploads media in pieces of 1000 bytes. */
  upload: (media: Uint8Array) => Promise<void>;
  complete: () => Promise<void>;
}

const chunkBytes = 1_000;

/** Signs a clinician in at the pages; `email` is amara.okafor@clinic.example and the like. */
export async function signInClinician(
  clinic: Pick<TestClinic, 'url'>,
  email: string,
): Promise<TestClinician> {
  const device = request.agent(clinic.url);
  const form = { email, password: testStaffPassword, returnTo: '/staff' };
  await device.post('/staff/sign-in').type('form').send(form).expect(303);
  return {
    device,
    async openRecording(consultationId, mode) {
      const path = `/api/staff/consultations/${consultationId}/recordings`;
      const { body } = await device.post(path).send({ mode }).expect(201);
      return liveRecording(session.parse(body));
    },
    async end(consultationId) {
      await device.post(`/api/staff/consultations/${consultationId}/end`).expect(200);
    },
  };
}

function liveRecording({
  recordingSid,
  uploadUrl,
  uploadToken,
}: z.infer<typeof session>): LiveRecording {
  let chunks = 0;
  async function ask(method: string, path: string, body: BodyInit): Promise<void> {
    const authorization = `Bearer ${uploadToken}`;
    const response = await fetch(`${uploadUrl}/${path}`, {
      method,
      headers: { authorization },
      body,
    });
    await response.body?.cancel();
    // The page does not ask again either when the provider refuses.
    if (response.status >= 500) throw new Error(`${path} answered ${response.status}.`);
  }
  return {
    sid: recordingSid,
    async upload(media) {
      for (let at = 0; at < media.length; at += chunkBytes) {
        const chunk = new Uint8Array(media.subarray(at, at + chunkBytes));
        await ask('PUT', `chunks/${chunks}`, chunk);
        chunks += 1;
      }
    },
    complete: () => ask('POST', 'complete', JSON.stringify({ chunks })),
  };
}
