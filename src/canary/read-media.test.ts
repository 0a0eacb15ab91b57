import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MATROSKA,
  MkvOutputFormat,
  Output,
} from 'mediabunny';
import { encodeClip } from './encode-clip.ts';
import { encodeSound } from './encode-sound.ts';
import { readMedia } from './read-media.ts';
import { clipOf, key, markOf, run, said, saidBy, waveOf } from './testing/media-files.ts';

/** Joins the packets of clips into one file, as a recorder does that mixes up its segments. */
async function splice(clips: readonly Uint8Array[]): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('pcm-s16');
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  let offset = 0;
  for (const clip of clips) {
    const input = new Input({ source: new BufferSource(clip), formats: [MATROSKA] });
    const [video] = await input.getVideoTracks();
    const [audio] = await input.getAudioTracks();
    assert.ok(video !== undefined && audio !== undefined);
    const videoConfig = await video.getDecoderConfig();
    const audioConfig = await audio.getDecoderConfig();
    assert.ok(videoConfig !== null && audioConfig !== null);
    for await (const packet of new EncodedPacketSink(video).packets()) {
      const moved = packet.clone({ timestamp: packet.timestamp + offset });
      await picture.add(moved, { decoderConfig: videoConfig });
    }
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      const moved = packet.clone({ timestamp: packet.timestamp + offset });
      await sound.add(moved, { decoderConfig: audioConfig });
    }
    offset += 2.5;
  }
  await output.finalize();
  assert.ok(target.buffer !== null);
  return new Uint8Array(target.buffer);
}

/** The sound of two clips in one track, packet under packet at the same times, the second one's written last. */
async function underlaid(under: Uint8Array, over: Uint8Array): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const sound = new EncodedAudioPacketSource('pcm-s16');
  output.addAudioTrack(sound);
  await output.start();
  const packets: EncodedPacket[] = [];
  let decoderConfig: AudioDecoderConfig | null = null;
  for (const clip of [under, over]) {
    const input = new Input({ source: new BufferSource(clip), formats: [MATROSKA] });
    const [audio] = await input.getAudioTracks();
    assert.ok(audio !== undefined);
    decoderConfig = await audio.getDecoderConfig();
    for await (const packet of new EncodedPacketSink(audio).packets()) packets.push(packet);
  }
  assert.ok(decoderConfig !== null);
  for (const packet of packets.toSorted((one, other) => one.timestamp - other.timestamp))
    await sound.add(packet, { decoderConfig });
  await output.finalize();
  assert.ok(target.buffer !== null);
  return new Uint8Array(target.buffer);
}

test('a clip says over its whole length whose it is', async () => {
  const contents = fc.record({
    patient: fc.integer({ min: 0, max: 0xff_ffff }),
    take: fc.integer({ min: 0, max: 0xfff }),
    seconds: fc.integer({ min: 6, max: 12 }).map((quarters) => quarters / 4),
  });
  await fc.assert(
    fc.asyncProperty(contents, async ({ patient, take, seconds }) => {
      const reading = await readMedia(key, run, await clipOf(patient, take, seconds));
      const durationMs = seconds * 1000;
      const stretch = { track: 0, fromMs: 0, toMs: durationMs };
      const mark = { integrity: 'authentic', role: 'patient', patient, take };
      assert.deepEqual(reading, {
        container: 'Matroska',
        durationMs,
        picture: { stretches: [{ ...stretch, mark }] },
        sound: {
          stretches: [
            { ...stretch, role: 'patient', heard: 'mark', mark },
            { ...stretch, role: 'clinician', heard: 'mark', mark: { ...mark, role: 'clinician' } },
          ],
        },
        beside: [],
        problems: [],
      });
    }),
    { numRuns: 15 },
  );
});

test('the same clip is the same bytes, and small', async () => {
  const clip = await clipOf(7);
  assert.deepEqual(await clipOf(7), clip);
  assert.ok(clip.length < 60_000, `${clip.length} bytes`);
});

test('a clip without a picture has sound alone, and a silent clinician is silence', async () => {
  const clip = await encodeClip({ sound: { patient: markOf(7) }, seconds: 2 });
  const reading = await readMedia(key, run, clip);
  assert.equal(reading.picture, null);
  assert.deepEqual(
    reading.sound?.stretches.map(({ role, heard }) => `${role} ${heard}`),
    ['patient mark', 'clinician silence'],
  );
});

test("another run's clip is foreign", async () => {
  const reading = await readMedia(key, 'another run', await clipOf(7));
  assert.deepEqual(saidBy(reading), ['picture foreign', 'patient foreign', 'clinician foreign']);
});

test('a splice of two clips is two stretches, each whose it is', async () => {
  const reading = await readMedia(key, run, await splice([await clipOf(7), await clipOf(9, 4)]));
  const expected = ['picture 7/1', 'picture 9/4', 'patient 7/1', 'patient 9/4', 'clinician 7/1'];
  assert.deepEqual(saidBy(reading), [...expected, 'clinician 9/4']);
  const [before, after] = reading.picture?.stretches ?? [];
  assert.deepEqual(
    [before?.fromMs, before?.toMs, after?.fromMs, after?.toMs],
    [0, 2500, 2500, 5000],
  );
  assert.deepEqual(reading.problems, []);
});

test('sound that lies under other sound is not taken for read', async () => {
  const reading = await readMedia(key, run, await underlaid(await clipOf(7), await clipOf(9)));
  const unread = reading.sound?.stretches.filter(({ mark }) => mark === null) ?? [];
  assert.ok(Math.max(...unread.map(({ fromMs, toMs }) => toMs - fromMs)) > 1500);
});

test('files joined end to end are read to the end', async () => {
  const joined = Buffer.concat([await clipOf(7), await clipOf(9)]);
  const reading = await readMedia(key, run, joined);
  assert.equal(reading.durationMs, 5000);
  assert.deepEqual(saidBy(reading), [
    'picture 7/1',
    'picture 9/1',
    'patient 7/1',
    'clinician 7/1',
    'patient 9/1',
    'clinician 9/1',
  ]);
});

test('the second sound track of a file is read too', async () => {
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const tracks = [7, 9].map((patient) => ({
    patient,
    source: new EncodedAudioPacketSource('pcm-s16'),
  }));
  for (const { source } of tracks) output.addAudioTrack(source);
  await output.start();
  const decoderConfig = { codec: 'pcm-s16', sampleRate: 8000, numberOfChannels: 1 };
  for (const { patient, source } of tracks) {
    const { buffer } = encodeSound({ patient: markOf(patient) }, 2, 8000);
    await source.add(new EncodedPacket(new Uint8Array(buffer), 'key', 0, 2), { decoderConfig });
  }
  await output.finalize();
  const reading = await readMedia(key, run, new Uint8Array(target.buffer ?? new ArrayBuffer()));
  assert.deepEqual(
    reading.sound?.stretches.map(({ track, role, mark }) => `${track} ${role} ${said(mark)}`),
    ['0 patient 7/1', '0 clinician nothing', '1 patient 9/1', '1 clinician nothing'],
  );
});

test('a WAV file is read', async () => {
  const reading = await readMedia(key, run, await waveOf(7));
  const found = [reading.container, ...saidBy(reading)];
  assert.deepEqual(found, ['WAVE', 'patient 7/1', 'clinician nothing']);
});

test('sound of an absurd sample rate is unreadable', async () => {
  const wave = await waveOf(7);
  new DataView(wave.buffer).setUint32(24, 3_000_000_000, true);
  const reading = await readMedia(key, run, wave);
  assert.deepEqual(saidBy(reading), ['patient nothing', 'clinician nothing']);
  assert.deepEqual(
    new Set(reading.sound?.stretches.map(({ heard }) => heard)),
    new Set(['unreadable']),
  );
  assert.equal(reading.problems.length, 1);
});

test('frames that cannot be decoded are a stretch without a mark', async () => {
  const clip = Buffer.from(await clipOf(7));
  const startCode = Buffer.from([0x9d, 0x01, 0x2a]);
  const third = clip.indexOf(startCode, clip.indexOf(startCode, clip.indexOf(startCode) + 1) + 1);
  clip.fill(0, third, third + 3);
  const reading = await readMedia(key, run, clip);
  const stretches = reading.picture?.stretches ?? [];
  assert.ok(stretches.some(({ mark }) => mark === null));
  assert.equal(stretches.at(-1)?.toMs, 2500);
  for (const { mark } of stretches) assert.ok(mark === null || said(mark) === '7/1');
});

test('a file that was cut off says so', async () => {
  const clip = await clipOf(7);
  const reading = await readMedia(key, run, clip.subarray(0, clip.length / 2));
  assert.notDeepEqual(reading.problems, []);
});

test('rubbish in place of the content ends the reading', async () => {
  const clip = Buffer.from(await clipOf(7));
  const cluster = clip.indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]));
  assert.ok(cluster > 0);
  clip.fill(0xff, cluster);
  const reading = await readMedia(key, run, clip);
  assert.notDeepEqual(reading.problems, []);
  assert.ok(saidBy(reading).every((words) => words.endsWith('nothing')));
});

test('what is no media has no container', async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('<!doctype html>'), Buffer.alloc(5000, 7)]) {
    const { container, durationMs, picture, sound, problems } = await readMedia(key, run, bytes);
    assert.deepEqual([container, durationMs, picture, sound], [null, 0, null, null]);
    assert.equal(problems.length, 1);
  }
});

test('damaged files never throw and never say somebody else', async () => {
  const clip = await clipOf(7, 1, 1.5);
  const spots = fc.oneof(fc.nat(600), fc.nat(clip.length - 1));
  const damages = fc.array(fc.tuple(spots, fc.nat(255)), { minLength: 1, maxLength: 12 });
  const lengths = fc.option(fc.nat(clip.length), { nil: clip.length });
  await fc.assert(
    fc.asyncProperty(damages, lengths, async (changes, length) => {
      const damaged = Uint8Array.from(clip);
      for (const [at, value] of changes) damaged[at] = value;
      const reading = await readMedia(key, run, damaged.subarray(0, length));
      for (const words of saidBy(reading)) assert.match(words, /(?:7\/1|nothing|foreign)$/);
    }),
    { numRuns: 150 },
  );
});
