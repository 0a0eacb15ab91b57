import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInClinician } from '../testing/test-clinician.ts';
import { signInPatient } from '../testing/test-patient.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await startTestClinic();
});
after(() => clinic.close());

type Device = Awaited<ReturnType<typeof signInPatient>>['device'];

function open(consultation: string, device: Device | null, origin = clinic.url): WebSocket {
  const { hostname, pathname } = new URL(clinic.url);
  const access = { domain: hostname, path: pathname, secure: false, script: false };
  const cookie = device?.jar.getCookies(access).toValueString() ?? '';
  const url = `${clinic.url.replace(/^http/u, 'ws')}/signalling?consultation=${consultation}`;
  return new WebSocket(url, { headers: { cookie, origin } });
}

async function refusalOf(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number },
  ];
  socket.terminate();
  return response.statusCode;
}

/** What a page is told, of each type as soon as it was told once. */
function ear(socket: WebSocket): (type: string) => Promise<Record<string, unknown>> {
  const heard: Record<string, unknown>[] = [];
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>);
    socket.emit('heard');
  });
  return async (type) => {
    for (;;) {
      const message = heard.find((one) => one['type'] === type);
      if (message) return message;
      await once(socket, 'heard');
    }
  };
}

void test('lets in the patient and the clinician of a consultation, and nobody else', async () => {
  const amy = await signInPatient(clinic, 'amy');
  const bob = await signInPatient(clinic, 'bob');
  const okafor = await signInClinician(clinic, 'amara.okafor@clinic.example');
  const lowe = await signInClinician(clinic, 'benedict.lowe@clinic.example');
  const id = await amy.book('1', '2026-06-09T10:00:00Z');
  assert.equal(await refusalOf(open(id, amy.device)), 409);
  await amy.join(id);
  assert.equal(await refusalOf(open(id, null)), 401);
  assert.equal(await refusalOf(open(id, bob.device)), 404);
  assert.equal(await refusalOf(open(id, lowe.device)), 404);
  assert.equal(await refusalOf(open(id, amy.device, 'http://elsewhere.example')), 403);

  const patient = open(id, amy.device);
  const toldPatient = ear(patient);
  await toldPatient('welcome');
  const clinicianPage = open(id, okafor.device);
  const toldClinician = ear(clinicianPage);
  const { connection: to } = await toldClinician('peer');
  const signal = { kind: 'renegotiate' };
  clinicianPage.send(JSON.stringify({ type: 'signal', to, signal }));
  assert.deepEqual((await toldPatient('signal'))['signal'], signal);

  await okafor.end(id);
  await Promise.all([toldPatient('ended'), toldClinician('ended')]);
});

void test('hangs up on what it cannot read', async () => {
  const amy = await signInPatient(clinic, 'amelia');
  const id = await amy.book('2', '2026-06-09T10:00:00Z');
  await amy.join(id);
  const socket = open(id, amy.device);
  await ear(socket)('welcome');
  const closed = once(socket, 'close');
  socket.send('{"type":"signal"}');
  const [code] = (await closed) as [number];
  assert.equal(code, 1007);
});
