import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { installBrowser } from '../../environment/browser.ts';
import { encodeSound } from '../../src/canary/encode-sound.ts';
import { mintMark } from '../../src/canary/mark.ts';
import { waveOf } from './wave-of.ts';
import type { PerformedTake, Recording } from './recording.ts';
import { key, run } from './recording.ts';

const takeSeconds = 10;
const sampleRate = 48_000;
const patient = 1;

/**
 * Records Chromium's test microphone, which plays a file, after Chromium's own noise suppression, echo cancellation and
 * gain control. The harness's camera stands behind these, so no call of the harness goes through them.
 */
export async function recordMicrophone(takes: number, folder: string): Promise<Recording> {
  const numbers = Array.from({ length: takes }, (_, at) => at + 1);
  const spoken = numbers.map((take) => {
    const mark = mintMark(key, run, { role: 'patient', patient, take });
    return encodeSound({ patient: mark }, takeSeconds, sampleRate);
  });
  const file = join(folder, 'spoken.wav');
  await writeFile(file, waveOf(spoken, sampleRate));
  const { executablePath } = await installBrowser(() => undefined);
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}%noloop`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Voice</title>' }),
    );
    await page.goto('http://localhost');
    const recorded = await page.evaluate(recordSuppressed, takes * takeSeconds * 1000);
    const performed = numbers.map((take, at): PerformedTake => ({
      take,
      fromMs: at * takeSeconds * 1000,
      toMs: (at + 1) * takeSeconds * 1000,
    }));
    return { patient, takes: performed, load: 0, bytes: Buffer.from(recorded, 'base64') };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function recordSuppressed(milliseconds: number): Promise<string> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { noiseSuppression: true, echoCancellation: true, autoGainControl: true },
  });
  const recorder = new MediaRecorder(stream, {
    mimeType: 'audio/webm;codecs=opus',
    audioBitsPerSecond: 64_000,
  });
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start(1000);
  setTimeout(() => recorder.stop(), milliseconds);
  await stopped;
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener('load', resolve));
  reader.readAsDataURL(new Blob(chunks));
  await read;
  return (reader.result as string).split(',')[1] ?? '';
}
