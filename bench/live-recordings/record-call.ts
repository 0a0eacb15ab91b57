import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { Camera } from '../../src/act/camera/camera.ts';
import { mintMark } from '../../src/canary/mark.ts';
import type { Role } from '../../src/model/role.ts';
import { roles } from '../../src/model/role.ts';
import type { CallPage, CallPageSettings, Signal } from './call-page.ts';
import { callPage } from './call-page.ts';
import { LossyLine } from './lossy-line.ts';
import type { PerformedTake, Recording } from './recording.ts';
import { key, run } from './recording.ts';

/** A potentially trustworthy origin, as cameras demand; every request to it is answered by the bench. */
const origin = 'http://localhost';
const clinicModules = fileURLToPath(new URL('../../clinic/web/assets/live', import.meta.url));
const takes = 2;
/** A take lasts this long, in s: two of them make a call of 14 to 20 s. */
const takeSeconds = { least: 7, most: 10 } as const;
const connectWithinMs = 90_000;

interface Side {
  readonly context: BrowserContext;
  readonly camera: Camera;
}

/** One page of a running call, and how it hears of what the other page says. */
interface CallSide {
  readonly page: Page;
  readonly onSignal: (signal: Signal) => void;
  readonly onRecording: () => void;
}

/** A recorded call, and how many of its packets were carried and lost, where a lossy line carried them. */
export interface RecordedCall {
  readonly recording: Recording;
  readonly packets: { readonly carried: number; readonly lost: number } | undefined;
}

/** Holds calls between pages of one browser, several at once where wanted, and records them. */
export class CallStudio {
  readonly #sides: Readonly<Record<Role, Side>>;
  readonly #calls = new Map<Page, CallSide>();

  private constructor(sides: Readonly<Record<Role, Side>>) {
    this.#sides = sides;
  }

  static async open(browser: Browser): Promise<CallStudio> {
    const side = async (role: Role): Promise<Side> => {
      const context = await browser.newContext();
      return { context, camera: await Camera.of(context, role) };
    };
    const studio = new CallStudio({
      patient: await side('patient'),
      clinician: await side('clinician'),
    });
    for (const role of roles) await studio.#prepare(studio.#sides[role].context);
    return studio;
  }

  /** Holds one call of two takes and records it; a share of its packets is lost where one is given, 0 to 1. */
  async record(patient: number, lost?: number): Promise<RecordedCall> {
    const line = lost === undefined ? undefined : await LossyLine.open(lost);
    const pages = {
      patient: await this.#sides.patient.context.newPage(),
      clinician: await this.#sides.clinician.context.newPage(),
    };
    try {
      const recording = await this.#hold(patient, pages, line);
      return { recording, packets: line?.counts() };
    } finally {
      for (const page of Object.values(pages)) {
        this.#calls.delete(page);
        await page.close();
      }
      line?.close();
    }
  }

  async close(): Promise<void> {
    for (const { context } of Object.values(this.#sides)) await context.close();
  }

  async #prepare(context: BrowserContext): Promise<void> {
    await context.route(`${origin}/**`, async (route) => {
      const name = /^\/live\/([a-z-]+\.js)$/.exec(new URL(route.request().url()).pathname)?.[1];
      if (name === undefined)
        await route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><title>Call</title>',
        });
      else await route.fulfill({ path: `${clinicModules}/${name}` });
    });
    await context.exposeBinding('sendSignal', ({ page }, signal: Signal) => {
      this.#calls.get(page)?.onSignal(signal);
    });
    await context.exposeBinding('recordingBegan', ({ page }) => {
      this.#calls.get(page)?.onRecording();
    });
  }

  async #hold(
    patient: number,
    pages: Readonly<Record<Role, Page>>,
    line: LossyLine | undefined,
  ): Promise<Recording> {
    await this.#holdUp(patient, 1, pages);
    const began = Promise.withResolvers<number>();
    for (const [role, other] of [
      ['patient', 'clinician'],
      ['clinician', 'patient'],
    ] as const)
      this.#calls.set(pages[role], {
        page: pages[role],
        onSignal: this.#signalsTo(other, pages[other], line),
        onRecording: () => began.resolve(performance.now()),
      });
    for (const role of roles) {
      const settings: CallPageSettings = { modules: `${origin}/live`, role };
      await pages[role].goto(origin);
      await pages[role].evaluate(callPage, settings);
    }
    const startsAt = await within(connectWithinMs, began.promise);
    const performed: PerformedTake[] = [];
    for (let take = 1; take <= takes; take += 1) {
      if (take > 1) await this.#holdUp(patient, take, pages);
      const fromMs = performance.now() - startsAt;
      const seconds = randomInt(takeSeconds.least * 1000, takeSeconds.most * 1000) / 1000;
      await Promise.all(roles.map((role) => this.#sides[role].camera.spoken(seconds, pages[role])));
      performed.push({ take, fromMs, toMs: performance.now() - startsAt });
    }
    const recorded = await pages.clinician.evaluate(() =>
      (globalThis as unknown as { call: CallPage }).call.stop(),
    );
    return {
      patient,
      takes: performed,
      load: loadavg()[0] ?? 0,
      bytes: Buffer.from(recorded, 'base64'),
    };
  }

  async #holdUp(patient: number, take: number, pages: Readonly<Record<Role, Page>>): Promise<void> {
    await Promise.all(
      roles.map((role) =>
        this.#sides[role].camera.holdUp(mintMark(key, run, { role, patient, take }), pages[role]),
      ),
    );
  }

  /** Hands signals on in their order. */
  #signalsTo(role: Role, page: Page, line: LossyLine | undefined): (signal: Signal) => void {
    let told: Promise<unknown> = Promise.resolve();
    return (signal) => {
      const sent = line === undefined ? signal : throughLine(line, role, signal);
      if (sent === undefined) return;
      told = told.then(() =>
        page
          .evaluate(
            (one) => (globalThis as unknown as { call?: CallPage }).call?.receive(one),
            sent,
          )
          // A page that is closed has nothing more to hear.
          .catch(() => undefined),
      );
    };
  }
}

/** A signal as this side is to hear it: addresses are those of the line's own end. */
function throughLine(line: LossyLine, role: Role, signal: Signal): Signal | undefined {
  if (signal['kind'] !== 'candidate') return signal;
  const offered = signal['candidate'] as RTCIceCandidateInit;
  const candidate = line.candidateFor(role, offered.candidate ?? '');
  return candidate === undefined ? undefined : { ...signal, candidate: { ...offered, candidate } };
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `The call was not recorded within ${milliseconds / 1000} s. Hold fewer calls at once, or give the machine less to do meanwhile.`,
          ),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
