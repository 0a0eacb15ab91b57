import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { runBounded } from '../../environment/browser/bounded-command.ts';
import { drawPicture } from '../../src/canary/encode-picture.ts';
import { mintMark } from '../../src/canary/mark.ts';
import type { Track } from './marks-within.ts';
import type { Performed } from './recording.ts';
import { key, run } from './recording.ts';

const treatWithinMs = 120_000;
const tile = { width: 320, height: 360 };
const drawn = { width: 640, height: 480 };

/** What products do to a recording before a patient gets to play it. */
export interface Treatment {
  readonly name: string;
  /** What of the recording is left, and is read afterwards. */
  readonly tracks: readonly Track[];
  readonly extension: 'webm' | 'mp4';
  /** Whether the clinician's code is in the picture too. */
  readonly showsClinician?: boolean;
  /** What ffmpeg is told between the recording and the file to write. */
  readonly options: string;
}

const quietly = ['-v', 'error', '-y', '-threads', '1'];
const realtime = '-deadline realtime -cpu-used 8';
const voices = ['patient’s voice', 'clinician’s voice'] as const;
const cropped = `fps=10,scale=-2:${tile.height},crop=${tile.width}:${tile.height}`;

/** A tile of the recording beside another one, both cropped to stand upright. */
function grid(other: string): string {
  const tiles = `[0:v]${cropped}[one];${other}[other];[one][other]hstack=shortest=1`;
  return `-an -filter_complex ${tiles} -c:v libvpx-vp9 ${realtime} -b:v 300k`;
}

/** Each is what some product does, at the low end of what it does. */
export const treatments: readonly Treatment[] = [
  {
    name: 'a quarter of width and height',
    tracks: ['picture'],
    extension: 'webm',
    options: `-an -vf fps=10,scale=iw/4:ih/4 -c:v libvpx ${realtime} -b:v 60k`,
  },
  {
    name: 'an eighth of width and height',
    tracks: ['picture'],
    extension: 'webm',
    options: `-an -vf fps=10,scale=iw/8:ih/8 -c:v libvpx ${realtime} -b:v 60k`,
  },
  {
    name: 'VP8 at 100 kbit/s, Opus at 24',
    tracks: ['picture', ...voices],
    extension: 'webm',
    options: `-vf fps=10 -c:v libvpx ${realtime} -b:v 100k -c:a libopus -b:a 24k`,
  },
  {
    name: 'VP9 at 100 kbit/s, Opus at 12',
    tracks: ['picture', ...voices],
    extension: 'webm',
    options: `-vf fps=10 -c:v libvpx-vp9 ${realtime} -b:v 100k -c:a libopus -b:a 12k`,
  },
  {
    name: 'H.264 at 100 kbit/s, AAC at 24',
    tracks: ['picture', ...voices],
    extension: 'mp4',
    options: '-vf fps=10 -c:v libx264 -preset veryfast -b:v 100k -c:a aac -b:a 24k -ac 1',
  },
  {
    name: 'cropped into a grid, the other camera off',
    tracks: ['picture'],
    extension: 'webm',
    options: grid(`color=gray:size=${tile.width}x${tile.height}:rate=10`),
  },
  {
    name: 'cropped into a grid, the clinician’s code beside',
    tracks: ['picture'],
    extension: 'webm',
    showsClinician: true,
    options: grid(`[1:v]${cropped}`),
  },
  {
    name: 'noise suppressed (afftdn, 24 dB)',
    tracks: voices,
    extension: 'webm',
    options: '-vn -af afftdn=nr=24:nf=-40 -c:a libopus -b:a 64k',
  },
];

/** Does to a recording's file what the treatment says, in a folder for what it needs; ffmpeg does the work. */
export async function treatRecording(
  { extension, options, showsClinician }: Treatment,
  { patient }: Performed,
  file: string,
  folder: string,
): Promise<Uint8Array> {
  const treated = join(folder, `treated.${extension}`);
  const picture = join(folder, 'clinician.png');
  if (showsClinician === true) await writeFile(picture, await clinicianPicture(patient));
  const beside = showsClinician === true ? ['-loop', '1', '-framerate', '10', '-i', picture] : [];
  const result = await runBounded({
    command: 'ffmpeg',
    arguments: [...quietly, '-i', file, ...beside, ...options.split(' '), treated],
    timeoutMilliseconds: treatWithinMs,
  });
  if (!result.succeeded) throw new Error(`ffmpeg could not treat a recording: ${result.reason}.`);
  return await readFile(treated);
}

/** The mark that the clinician's code of a grid shows, whichever take the patient holds up. */
export function clinicianMark(patient: number): Uint8Array {
  return mintMark(key, run, { role: 'clinician', patient, take: 1 });
}

/** Whether this machine has the tool that treats recordings. */
export async function canTreat(): Promise<boolean> {
  const tried = await runBounded({
    command: 'ffmpeg',
    arguments: ['-version'],
    timeoutMilliseconds: 10_000,
  });
  return tried.succeeded;
}

async function clinicianPicture(patient: number): Promise<Uint8Array> {
  const pixels = drawPicture(clinicianMark(patient), drawn);
  return await sharp(pixels, { raw: { ...drawn, channels: 1 } })
    .png()
    .toBuffer();
}
