import assert from 'node:assert/strict';
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { LossyLine } from './lossy-line.ts';

const offered = 'candidate:1 1 udp 2113937151 192.0.2.7 54400 typ host generation 0';
const turnsAtMost = 10_000;

/** Sends a packet again and again until the other side has one: a packet that comes before both are known goes nowhere. */
async function sendUntilHeard(from: Socket, port: number, to: Socket): Promise<string> {
  const heard: Buffer[] = [];
  to.once('message', (packet) => void heard.push(packet));
  for (let sent = 0; sent < turnsAtMost && heard.length === 0; sent += 1) {
    from.send('a packet', port, '127.0.0.1');
    await turn();
  }
  return String(heard[0]);
}

async function sides(line: LossyLine) {
  const patient = createSocket('udp4').bind(0, '127.0.0.1');
  const clinician = createSocket('udp4').bind(0, '127.0.0.1');
  await Promise.all([once(patient, 'listening'), once(clinician, 'listening')]);
  const portOf = (role: 'patient' | 'clinician') =>
    Number(line.candidateFor(role, offered)?.split(' ')[5]);
  return {
    patient,
    clinician,
    patientEnd: portOf('patient'),
    clinicianEnd: portOf('clinician'),
    close: () => {
      patient.close();
      clinician.close();
      line.close();
    },
  };
}

test('a line that loses nothing carries packets both ways', async () => {
  const line = await LossyLine.open(0);
  const { patient, clinician, patientEnd, clinicianEnd, close } = await sides(line);
  try {
    clinician.send('here I am', clinicianEnd, '127.0.0.1');
    assert.equal(await sendUntilHeard(patient, patientEnd, clinician), 'a packet');
    assert.equal(await sendUntilHeard(clinician, clinicianEnd, patient), 'a packet');
    assert.equal(line.counts().lost, 0);
  } finally {
    close();
  }
});

test('a line that loses everything carries nothing', async () => {
  const line = await LossyLine.open(1);
  const { patient, clinician, patientEnd, clinicianEnd, close } = await sides(line);
  try {
    clinician.send('here I am', clinicianEnd, '127.0.0.1');
    for (let sent = 0; sent < turnsAtMost && line.counts().lost < 10; sent += 1) {
      patient.send('a packet', patientEnd, '127.0.0.1');
      await turn();
    }
    assert.equal(line.counts().carried, 0);
    assert.ok(line.counts().lost >= 10);
  } finally {
    close();
  }
});

test('only addresses of the line are told', async () => {
  const line = await LossyLine.open(0);
  try {
    assert.match(
      line.candidateFor('patient', offered) ?? '',
      / udp \d+ 127\.0\.0\.1 \d+ typ host /,
    );
    assert.doesNotMatch(line.candidateFor('patient', offered) ?? '', /192\.0\.2\.7|54400/);
    assert.equal(line.candidateFor('patient', offered.replace('udp', 'tcp')), undefined);
  } finally {
    line.close();
  }
});
