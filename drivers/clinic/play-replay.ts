import type { Page, Response } from '@playwright/test';
import type { RawResponse } from '../../src/act/raw-response.ts';
import type { OpenedReplay, ShownFrame } from '../../src/act/surface.ts';

/** Distance at which the picture is read from the player, in ms. */
const stepMs = 250;
/** How often a step at which the player shows nothing yet is sought again: a busy machine paints late. */
const passesAtMost = 5;
/** Longest wait for a frame to be painted, in ms, where a step was blank before. */
const paintAtMostMs = 250;
/** Longest stretch of a replay that is read, in ms; a duration can be unknown and then reads as infinite. */
const readAtMostMs = 10 * 60_000;

/** Opens a replay's page and reads its player: the frames that it shows over the whole timeline, and what it loaded. */
export async function playReplay(page: Page, address: string): Promise<OpenedReplay> {
  // Behind another tab a player may leave its picture out.
  await page.bringToFront();
  const document = await page.goto(address);
  if (document === null) throw new Error(`${address} was not opened.`);
  const player = page.getByTestId('player');
  if (!document.ok() || (await player.count()) === 0) return { response: await raw(document) };
  const media = await loadedMedia(page);
  if (media.status !== 200 && media.status !== 206) return { response: media };
  return { response: media, frames: await shownFrames(page) };
}

/** The bytes behind the address that the media element plays from, fetched by the page itself. */
async function loadedMedia(page: Page): Promise<RawResponse> {
  const { body, ...answer } = await page.getByTestId('player').evaluate(async (element) => {
    const video = element as HTMLVideoElement;
    const answered = await fetch(video.currentSrc || video.src);
    const bytes = new Uint8Array(await answered.arrayBuffer());
    let binary = '';
    for (let start = 0; start < bytes.length; start += 32_768)
      binary += String.fromCharCode(...bytes.subarray(start, start + 32_768));
    return {
      url: answered.url,
      status: answered.status,
      headers: Object.fromEntries(answered.headers),
      body: btoa(binary),
    };
  });
  return { method: 'GET', ...answer, body: new Uint8Array(Buffer.from(body, 'base64')) };
}

/** Seeks through the timeline and takes the picture at every step, on `seeked`, when the frame is there. */
async function shownFrames(page: Page): Promise<ShownFrame[]> {
  const { distinct, shown } = await page.getByTestId('player').evaluate(
    async (element, { step, most, passesAllowed, paintAllowed }) => {
      const video = element as HTMLVideoElement;
      const painted = (player: HTMLVideoElement) =>
        new Promise<void>((resolve) => {
          player.requestVideoFrameCallback(() => resolve());
          setTimeout(resolve, paintAllowed);
        });
      const happens = (event: string) =>
        new Promise((resolve, reject) => {
          video.addEventListener(event, resolve, { once: true });
          video.addEventListener('error', () => reject(new Error('The player failed.')), {
            once: true,
          });
        });
      if (video.readyState < 1) {
        const loaded = happens('loadedmetadata');
        video.preload = 'auto';
        video.load();
        await loaded;
      }
      if (video.videoWidth === 0) return { distinct: [], shown: [] };
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('The page has no canvas to read the player with.');
      const end = Math.min(video.duration * 1000, most);
      const steps = Array.from(
        { length: Math.ceil(end / step - 0.5) },
        (_, at) => (at + 0.5) * step,
      );
      const written: string[] = [];
      const taken = new Map<number, number>();
      let last: Uint32Array | undefined;
      let firstPaintedMs = Infinity;
      for (let pass = 1, open = steps; pass <= passesAllowed && open.length > 0; pass += 1) {
        const blank: number[] = [];
        for (const atMs of open) {
          const seeked = happens('seeked');
          video.currentTime = atMs / 1000;
          await seeked;
          // Before its first picture a recording has none to wait for.
          if (pass > 1 && atMs > firstPaintedMs) await painted(video);
          // A call's picture grows and shrinks with what the line carries. Sizing a canvas empties it.
          canvas.width = video.videoWidth;
          canvas.height = video.videoHeight;
          context.drawImage(video, 0, 0);
          const { width, height } = canvas;
          const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
          const middle = (height >> 1) * width + (width >> 1);
          // Nothing painted is transparent black.
          if (pixels[middle] === 0) blank.push(atMs);
          else firstPaintedMs = Math.min(firstPaintedMs, atMs);
          // Much of a recording stands still, and a picture costs more to write than to compare. As JPEG it costs less than half
          // of what it does as PNG to write, and a fifth to hand over.
          if (last?.length !== pixels.length || last.some((pixel, at) => pixel !== pixels[at]))
            written.push(canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '');
          last = pixels;
          taken.set(atMs, written.length - 1);
        }
        open = pass < 3 ? blank : blank.filter((atMs) => atMs > firstPaintedMs);
      }
      return {
        distinct: written,
        shown: steps.map((atMs) => ({ atMs, picture: taken.get(atMs) ?? 0 })),
      };
    },
    {
      step: stepMs,
      most: readAtMostMs,
      passesAllowed: passesAtMost,
      paintAllowed: paintAtMostMs,
    },
  );
  const pictures = distinct.map((picture) => new Uint8Array(Buffer.from(picture, 'base64')));
  return shown.map(({ atMs, picture }) => ({
    fromMs: atMs - stepMs / 2,
    toMs: atMs + stepMs / 2,
    picture: pictures[picture] ?? new Uint8Array(),
  }));
}

async function raw(response: Response): Promise<RawResponse> {
  return {
    method: 'GET',
    url: response.url(),
    status: response.status(),
    headers: await response.allHeaders(),
    body: await response.body(),
  };
}
