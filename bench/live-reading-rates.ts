import { join } from 'node:path';
import { z } from 'zod';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { tracks } from './live-recordings/marks-within.ts';
import { readTracks } from './live-recordings/read-tracks.ts';
import { cutSeconds, ReadingTally } from './live-recordings/reading-tally.ts';
import type { RecordingSession } from './live-recordings/record-calls.ts';
import { recordCalls } from './live-recordings/record-calls.ts';
import { recordMicrophone } from './live-recordings/record-microphone.ts';
import { RecordingFolder } from './live-recordings/recording.ts';
import { suppressNoise } from './live-recordings/suppress-noise.ts';
import {
  canTreat,
  clinicianMark,
  treatRecording,
  treatments,
} from './live-recordings/treat-recording.ts';
import type { Figure, Measurement } from './measurement.ts';
import { median } from './median.ts';

/** Where recordings are kept and looked for, so that reading them again needs no new calls. */
const environmentSchema = z.object({
  IN_CONFIDENCE_BENCH_RECORDINGS: z.string().min(1).optional(),
  IN_CONFIDENCE_BENCH_CALLS: z.coerce.number().int().min(1).max(10_000).default(300),
});

const callsAtOnce = 4;
/** What is done to recordings costs more than to read them, so it is done to so many of them. */
const treatedAtMost = 100;
const lostShare = 0.02;
/** Takes of ten seconds that the test microphone speaks. */
const spokenTakes = 30;

/** How well marks are read in recordings of calls that were really held, as they are and after what products do to them. */
export async function liveReadingRates(): Promise<Measurement> {
  const { IN_CONFIDENCE_BENCH_RECORDINGS: kept, IN_CONFIDENCE_BENCH_CALLS: count } =
    environmentSchema.parse(process.env);
  return await inTemporaryFolder(async (scratch) => {
    const folder = kept ?? join(scratch, 'recordings');
    const direct = new RecordingFolder(folder, 'direct');
    const lossy = new RecordingFolder(folder, 'lossy');
    const heldDirect = await recordCalls({ folder: direct, count, atOnce: callsAtOnce });
    const heldLossy = await recordCalls({
      folder: lossy,
      count: Math.min(count, treatedAtMost),
      atOnce: callsAtOnce,
      lost: lostShare,
    });
    return {
      title: `Marks in recordings of calls: % read of cuts of ${cutSeconds.join(', ')} s, one of each length a recording`,
      figures: [
        ...(await sessionFigures('calls', direct, heldDirect)),
        ...(await asRecorded('as recorded', direct)),
        ...(await sessionFigures('calls over a line that loses packets', lossy, heldLossy)),
        ...(await asRecorded(`${lostShare * 100} % of packets lost`, lossy)),
        ...(await afterRnnoise(direct)),
        ...(await throughChromium(scratch)),
        ...(await afterTreatments(direct, scratch)),
      ],
    };
  });
}

async function sessionFigures(
  what: string,
  folder: RecordingFolder,
  { failures, packets }: RecordingSession,
): Promise<Figure[]> {
  const numbers = await folder.numbers();
  const loads: number[] = [];
  for (const number of numbers) loads.push((await folder.read(number)).load);
  const { carried, lost } = packets;
  return [
    { what: `${what}: recorded, ${callsAtOnce} at once`, value: numbers.length, unit: 'calls' },
    { what: `${what}: did not come about`, value: failures.length, aim: 'none' },
    { what: `${what}: load of the machine, median`, value: median(loads) },
    { what: `${what}: load of the machine, highest`, value: Math.max(...loads) },
    ...(lost === 0
      ? []
      : [
          {
            what: `${what}: packets lost`,
            value: (lost / (carried + lost)) * 100,
            unit: `% of ${carried + lost}`,
          },
        ]),
  ];
}

async function asRecorded(name: string, folder: RecordingFolder): Promise<Figure[]> {
  const tally = new ReadingTally(name, tracks);
  for (const number of await folder.numbers()) {
    const recording = await folder.read(number);
    tally.add(recording, await readTracks(recording.bytes));
  }
  return tally.figures();
}

async function afterRnnoise(folder: RecordingFolder): Promise<Figure[]> {
  const tally = new ReadingTally('noise suppressed (RNNoise)', tracks.slice(1));
  for (const number of (await folder.numbers()).slice(0, treatedAtMost)) {
    const recording = await folder.read(number);
    const read = await readTracks(recording.bytes);
    const samples = await suppressNoise(read.sound.samples);
    tally.add(recording, { ...read, sound: { ...read.sound, samples } });
  }
  return tally.figures();
}

async function throughChromium(scratch: string): Promise<Figure[]> {
  const name = 'noise suppressed (Chromium), a test microphone';
  const tally = new ReadingTally(name, ['patient’s voice']);
  const recording = await recordMicrophone(spokenTakes, scratch);
  tally.add(recording, await readTracks(recording.bytes), spokenTakes);
  return tally.figures();
}

async function afterTreatments(folder: RecordingFolder, scratch: string): Promise<Figure[]> {
  if (!(await canTreat()))
    return [
      {
        what: 'scaled, re-encoded, cropped, filtered',
        value: 'not measured',
        unit: 'ffmpeg is not installed here: apt-get install ffmpeg',
      },
    ];
  const figures: Figure[] = [];
  for (const treatment of treatments) {
    const beside = treatment.showsClinician === true ? clinicianMark : undefined;
    const tally = new ReadingTally(treatment.name, treatment.tracks, beside);
    for (const number of (await folder.numbers()).slice(0, treatedAtMost)) {
      const recording = await folder.read(number);
      const treated = await treatRecording(treatment, recording, folder.pathOf(number), scratch);
      tally.add(recording, await readTracks(treated));
    }
    figures.push(...tally.figures());
  }
  return figures;
}
