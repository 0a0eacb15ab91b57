import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { Voices } from '../../canary/encode-sound.ts';
import { encodeSound } from '../../canary/encode-sound.ts';
import { pictureModules } from '../../canary/picture-modules.ts';
import { loopSymbols, symbolRate } from '../../canary/sound-code.ts';
import type { Role } from '../../model/role.ts';
import type { CameraControl, CameraSettings, HeldUp } from './camera-script.ts';
import { cameraScript } from './camera-script.ts';

const picture = { width: 640, height: 480, framesPerSecond: 10 };
const sampleRate = 48_000;
const loopSeconds = loopSymbols / symbolRate;

/** What browsers need for live calls: devices without asking, and a call between pages on one machine. */
export const liveCallFlags = [
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
];

/** The camera and the microphone of one person: what they hold up shows and sounds on any product's page. */
export class Camera {
  readonly #binding: string;
  readonly #role: Role;
  readonly #onPage = new WeakMap<Page, HeldUp>();
  /** Pages that have asked for a camera or a microphone; others hear what is held up when they first ask. */
  readonly #asked = new Set<Page>();
  #everywhere: HeldUp | null = null;

  private constructor(role: Role, binding: string) {
    this.#role = role;
    this.#binding = binding;
  }

  /** Gives a context, before its first page, the camera and microphone of somebody in this role. */
  static async of(context: BrowserContext, role: Role): Promise<Camera> {
    const binding = `_${randomBytes(6).toString('hex')}`;
    const camera = new Camera(role, binding);
    await context.grantPermissions(['camera', 'microphone']);
    await context.exposeBinding(binding, ({ page }) => {
      camera.#asked.add(page);
      return camera.#heldBy(page);
    });
    const settings: CameraSettings = { binding, ...picture, sampleRate };
    await context.addInitScript(cameraScript, settings);
    return camera;
  }

  /** Holds the mark up on one page, or on all that have none of their own, now and after they navigate. */
  async holdUp(mark: Uint8Array, page?: Page): Promise<void> {
    await this.#hold(heldUp(mark, { [this.#role]: mark }), page);
  }

  /** Holds the mark up on all pages and says nothing. */
  async holdUpInSilence(mark: Uint8Array): Promise<void> {
    await this.#hold(heldUp(mark, {}));
  }

  async #hold(held: HeldUp, page?: Page): Promise<void> {
    if (page === undefined) this.#everywhere = held;
    else this.#onPage.set(page, held);
    await Promise.all(this.#using(page).map((one) => this.#tell(one)));
  }

  /** Resolves when the pages that use the microphone have spoken for so many seconds. */
  async spoken(seconds: number, page?: Page): Promise<void> {
    await Promise.all(
      this.#using(page).map((one) =>
        one.evaluate(
          ([name, duration]) =>
            (globalThis as unknown as Record<string, CameraControl>)[name]?.spoken(duration),
          [`${this.#binding}Control`, seconds] as const,
        ),
      ),
    );
  }

  /**
   * Puts the pages that use the camera into the background, or brings them back; false where there are none. A browser
   * without a window hides no page, so the script in it says that it is hidden, and lets the camera rest as phones do.
   */
  async putAway(isAway: boolean): Promise<boolean> {
    const pages = this.#using(undefined);
    await Promise.all(
      pages.map((one) =>
        one.evaluate(
          ([name, away]) =>
            (globalThis as unknown as Record<string, CameraControl>)[name]?.putAway(away),
          [`${this.#binding}Control`, isAway] as const,
        ),
      ),
    );
    return pages.length > 0;
  }

  #using(page: Page | undefined): Page[] {
    const pages = page === undefined ? [...this.#asked] : [page];
    return pages.filter((one) => this.#asked.has(one) && !one.isClosed());
  }

  #heldBy(page: Page): HeldUp | null {
    return this.#onPage.get(page) ?? this.#everywhere;
  }

  async #tell(page: Page): Promise<void> {
    const held = this.#heldBy(page);
    if (held === null) return;
    await page.evaluate(
      ([name, next]) =>
        (globalThis as unknown as Record<string, CameraControl>)[name]?.holdUp(next),
      [`${this.#binding}Control`, held] as const,
    );
  }
}

function heldUp(mark: Uint8Array, voices: Voices): HeldUp {
  const samples = encodeSound(voices, loopSeconds, sampleRate);
  return {
    picture: pictureModules(mark).map((row) => row.map((isDark) => (isDark ? '1' : '0')).join('')),
    sound: Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64'),
  };
}
