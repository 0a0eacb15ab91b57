import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePicture } from '../canary/encode-picture.ts';
import { mintMark } from '../canary/mark.ts';
import type { MediaReading, PictureStretch, SoundStretch } from '../canary/media-reading.ts';
import { webPOfKeyFrame } from '../canary/webp-container.ts';
import { mediaSightings } from './media-sightings.ts';
import { shownSightings } from './shown-sightings.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };
const ann = { integrity: 'authentic', role: 'patient', patient: 1, take: 2 } as const;
const ben = { ...ann, patient: 2 };

function reading(more: Partial<MediaReading>): MediaReading {
  return {
    container: 'WebM',
    durationMs: 3000,
    picture: null,
    sound: null,
    beside: [],
    problems: [],
    ...more,
  };
}

function picture(fromMs: number, toMs: number, mark: PictureStretch['mark'] = ann): PictureStretch {
  return { track: 0, fromMs, toMs, mark };
}

function sound(heard: SoundStretch['heard'], more: Partial<SoundStretch> = {}): SoundStretch {
  const mark = heard === 'mark' ? ann : null;
  return { track: 0, fromMs: 0, toMs: 3000, role: 'patient', heard, mark, ...more };
}

test('stretches of picture and sound are told with whose they are', () => {
  const sightings = mediaSightings(
    reading({
      picture: {
        stretches: [picture(0, 1000), picture(1000, 1500, null), picture(1500, 3000, ben)],
      },
      beside: [],
      sound: { stretches: [sound('mark')] },
    }),
  );
  assert.deepEqual(sightings, [
    { ...ann, track: 'picture', fromMs: 0, toMs: 1000 },
    { integrity: 'unreadable', track: 'picture', fromMs: 1000, toMs: 1500 },
    { ...ben, track: 'picture', fromMs: 1500, toMs: 3000 },
    { ...ann, track: 'sound', fromMs: 0, toMs: 3000 },
  ]);
});

test('a clinician may be silent, a patient never is', () => {
  const of = (stretch: SoundStretch) =>
    mediaSightings(reading({ sound: { stretches: [stretch] } })).map((one) => one.integrity);
  assert.deepEqual(of(sound('silence', { role: 'clinician' })), []);
  assert.deepEqual(of(sound('unreadable', { role: 'clinician' })), ['unreadable']);
  assert.deepEqual(of(sound('silence')), ['unreadable']);
  assert.deepEqual(of(sound('unreadable')), ['unreadable']);
});

test('a patient is silent where the clinician speaks a take in which they are muted, and nowhere else', () => {
  const isMuted = (patient: number, take: number) => patient === ann.patient && take === ann.take;
  const to = (take: number) => ({ ...ann, role: 'clinician', take }) as const;
  const reads = (silence: Partial<SoundStretch>, mark: SoundStretch['mark']) => {
    const spoken = sound('mark', { role: 'clinician', mark, fromMs: 1000, toMs: 2000 });
    const stretches = [sound('silence', { fromMs: 900, toMs: 2100, ...silence }), spoken];
    return mediaSightings(reading({ sound: { stretches } }), isMuted).map((one) => one.integrity);
  };
  assert.deepEqual(reads({}, to(ann.take)), ['authentic']);
  assert.deepEqual(reads({}, to(ann.take + 1)), ['unreadable', 'authentic']);
  assert.deepEqual(reads({}, { ...to(ann.take), patient: 2 }), ['unreadable', 'authentic']);
  assert.deepEqual(reads({ toMs: 1000 }, to(ann.take)), ['unreadable', 'authentic']);
  assert.deepEqual(reads({ track: 1 }, to(ann.take)), ['unreadable', 'authentic']);
  assert.deepEqual(reads({ heard: 'unreadable' }, to(ann.take)), ['unreadable', 'authentic']);
});

test('a mark of somebody who is not ours is foreign', () => {
  const [sighting] = mediaSightings(
    reading({ picture: { stretches: [picture(0, 9, { integrity: 'foreign' })] } }),
  );
  assert.deepEqual(sighting, { integrity: 'foreign', track: 'picture', fromMs: 0, toMs: 9 });
});

const unread: readonly (readonly [string, Partial<MediaReading>])[] = [
  ['is no media', { container: null }],
  ['has neither picture nor sound', {}],
  [
    'was read in part',
    { sound: { stretches: [sound('mark')] }, problems: ['The file was cut off.'] },
  ],
];
for (const [what, more] of unread)
  test(`a file that ${what} is unreadable as a whole`, () => {
    assert.deepEqual(mediaSightings(reading(more)).at(-1), {
      integrity: 'unreadable',
      track: 'picture',
    });
  });

/** A frame of the player's that shows this patient's mark. */
async function frame(patient: number, fromMs: number, toMs: number, run = 'run') {
  const mark = mintMark(reader.key, run, { role: 'patient', patient, take: 2 });
  const keyFrame = await encodePicture(mark, { width: 320, height: 240 });
  return { fromMs, toMs, picture: webPOfKeyFrame(keyFrame) };
}

test('what a player shows is read frame by frame, neighbours that say the same joined', async () => {
  const file = reading({ picture: { stretches: [picture(0, 1000)] } });
  const frames = [
    await frame(1, 0, 250),
    await frame(1, 250, 500),
    await frame(2, 500, 750),
    await frame(1, 750, 1000),
  ];
  assert.deepEqual(await shownSightings(reader, file, frames), [
    { ...ann, track: 'picture', fromMs: 0, toMs: 500 },
    { ...ben, track: 'picture', fromMs: 500, toMs: 750 },
    { ...ann, track: 'picture', fromMs: 750, toMs: 1000 },
  ]);
});

test('a frame that nobody can read and one of another run are not clean', async () => {
  const file = reading({ picture: { stretches: [picture(0, 500)] } });
  const blank = { fromMs: 0, toMs: 250, picture: Buffer.from('no picture') };
  const old = await frame(1, 250, 500, 'before');
  const sightings = await shownSightings(reader, file, [blank, old]);
  assert.deepEqual(
    sightings.map(({ integrity }) => integrity),
    ['unreadable', 'foreign'],
  );
});

test('a player that shows nothing of a picture that is there was not read', async () => {
  const file = reading({ picture: { stretches: [picture(0, 500)] } });
  assert.deepEqual(await shownSightings(reader, file, []), [
    { integrity: 'unreadable', track: 'picture' },
  ]);
});

test('where there is sound alone a player has nothing to show', async () => {
  const file = reading({ sound: { stretches: [sound('mark')] } });
  const black = { fromMs: 0, toMs: 250, picture: Buffer.from('black') };
  assert.deepEqual(await shownSightings(reader, file, [black]), []);
});
