import { setTimeout } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { request } from 'undici';
import { CookieJar } from 'tough-cookie';
import { AskedAddresses } from './asked-addresses.ts';
import type { ClientSocket } from './client-socket.ts';
import { openClientSocket } from './client-socket.ts';
import { askedToWait } from './asked-to-wait.ts';
import { decodeContent } from './decode-content.ts';
import { NamedIds } from './named-ids.ts';
import type { Device } from './ordinary-browser.ts';
import { ordinaryBrowser, ordinaryUserAgent } from './ordinary-browser.ts';
import { Patience } from './patience.ts';
import type { RawResponse } from './raw-response.ts';
import { readBody } from './read-body.ts';
import { routeOf } from './route-of.ts';
import { sharedConnections } from './shared-connections.ts';
import { transportFailure } from './transport-failure.ts';

/** A request as a driver asks for it. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, with the content type. */
  readonly json?: unknown;
  readonly body?: Uint8Array;
}

/**
 * How something came that is no answer to a request of the driver's: as a whole message of a socket, as a piece of a
 * stream, cut anywhere, or as what a page's element shows or plays.
 */
export type Pushed = 'frame' | 'piece' | 'shown';

/** What the harness is told of every exchange, whether or not the driver hands it on. */
export interface ExchangeListener {
  response(response: RawResponse, how?: Pushed): Promise<void> | void;
  transportError(request: HttpRequest, attempt: number, reason: string): void;
  /** A response came and its body was gone before it could be read. */
  unheard(request: HttpRequest, reason: string): void;
}

/** How a client is not as one alone on a desktop would be. */
interface ClientOptions {
  readonly patience?: Patience;
  /** Connections that others send over too; whoever opened them closes them. */
  readonly shared?: Dispatcher;
  /** What the client says that it is. */
  readonly device?: Device;
}

const attemptsAtMost = 5;
/** Bytes asked for at a time when content is read by ranges. */
const rangeBytes = 65_536;
const bodyBytesAtMost = 64 * 1024 * 1024;

/**
 * One patient's own HTTP client: own cookies, every response recorded, and connections of their own unless they share some.
 * Redirects are not followed, so that a login page is never taken for what was asked for.
 */
export class HttpClient {
  /** Where this client was given text, so that it can be asked for again. */
  readonly addresses = new AskedAddresses();
  /** What its requests named. */
  readonly named = new NamedIds();
  readonly #connections: Dispatcher;
  readonly #closesConnections: boolean;
  readonly #device: Device;
  readonly #cookies = new CookieJar();
  readonly #listener: ExchangeListener;
  readonly #patience: Patience;
  readonly #sockets = new Set<ClientSocket>();
  readonly #closing = new AbortController();
  #abandons = false;
  #firstSentAt: number | undefined;

  constructor(
    listener: ExchangeListener,
    { patience = new Patience(), shared, device = 'desktop' }: ClientOptions = {},
  ) {
    this.#listener = listener;
    this.#patience = patience;
    this.#device = device;
    this.#connections = shared ?? sharedConnections();
    this.#closesConnections = shared === undefined;
  }

  /**
   * Sends a request, and again after the time that the target asks to be left alone for. One that got no answer is sent
   * again when that is safe, unless its time ran out: whoever waited that long has left. Throws a sentence that says what
   * was asked and what came.
   */
  async send(wanted: HttpRequest): Promise<RawResponse> {
    for (let waitedTimes = 0; ; waitedTimes += 1) {
      const response = await this.#answerTo(wanted);
      const wait = askedToWait(response, waitedTimes, new Date());
      if (wait === undefined) return response;
      await setTimeout(wait, undefined, { signal: this.#closing.signal });
    }
  }

  /** Sends a request for which it is answer enough to be asked to come again: nobody waits for what is not theirs. */
  async sendOnce(wanted: HttpRequest): Promise<RawResponse> {
    return await this.#answerTo(wanted);
  }

  async #answerTo(wanted: HttpRequest): Promise<RawResponse> {
    const method = wanted.method ?? 'GET';
    const attempts = method === 'GET' || method === 'HEAD' ? attemptsAtMost : 1;
    const asked = `${method} ${routeOf(wanted.url)}`;
    for (let attempt = 1; ; attempt += 1) {
      const { exhaustion, answerMs, pace } = this.#patience;
      if (exhaustion !== undefined) throw new Error(`${asked} was not sent: ${exhaustion}.`);
      try {
        return await pace.turn(() => this.#exchange(method, wanted));
      } catch (error) {
        const { isLate, reason } = transportFailure(error, answerMs);
        this.#listener.transportError(wanted, attempt, reason);
        if (isLate) this.#patience.loseAnswer();
        if (attempt >= attempts || this.#abandons || isLate)
          throw new Error(`${asked} got no answer: ${reason}.`, { cause: error });
      }
    }
  }

  /** Reads content piece by piece over its whole length with Range requests, as a player does. */
  async sendByRanges(wanted: HttpRequest): Promise<RawResponse> {
    const pieces: Uint8Array[] = [];
    let received = 0;
    let firstHeaders: RawResponse['headers'] = {};
    for (;;) {
      const range = `bytes=${received}-${received + rangeBytes - 1}`;
      const piece = await this.send({
        ...wanted,
        headers: { 'accept-encoding': ordinaryBrowser.mediaEncodings, ...wanted.headers, range },
      });
      // What had come before the server stopped was delivered all the same.
      if (piece.status !== 206)
        return pieces.length === 0
          ? piece
          : { ...piece, status: 206, body: Buffer.concat(pieces), headers: firstHeaders };
      if (pieces.length === 0) firstHeaders = piece.headers;
      pieces.push(piece.body);
      received += piece.body.length;
      const total = totalOf(piece);
      // A server that does not say how long the whole is ends with a short piece.
      const isLast = total === undefined ? piece.body.length < rangeBytes : received >= total;
      if (piece.body.length === 0 || isLast) return { ...piece, body: Buffer.concat(pieces) };
      if (received > bodyBytesAtMost) throw new Error(`${wanted.url} is larger than 64 MiB.`);
    }
  }

  /**
   * Opens a web socket over which the target tells of what happens; `hear` is called with each message. What comes is
   * recorded and counts until the client closes, whether or not the driver makes anything of it.
   */
  async openSocket(url: string, hear: (message: string) => void): Promise<ClientSocket> {
    const socket = await openClientSocket(url, this.#connections, this.#listener, hear);
    this.#sockets.add(socket);
    return socket;
  }

  /** Forgets when the last request was sent, so that `firstSentAt` tells of what comes next. */
  arm(): void {
    this.#firstSentAt = undefined;
  }

  /** When the first request since `arm` was sent, by `performance.now()`. */
  get firstSentAt(): number | undefined {
    return this.#firstSentAt;
  }

  /** Runs `work` with every request dropped by the client right after it was sent, as a closed tab does. */
  async abandoning(work: () => Promise<unknown>): Promise<void> {
    this.#abandons = true;
    try {
      await work();
    } catch {
      // The requests were dropped on purpose; their failing is the point.
    } finally {
      this.#abandons = false;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The client was closed.'));
    for (const socket of this.#sockets) await socket.close();
    if (this.#closesConnections) await this.#connections.destroy();
  }

  async #exchange(method: string, wanted: HttpRequest): Promise<RawResponse> {
    const cookie = await this.#cookies.getCookieString(wanted.url);
    const abandon = new AbortController();
    const userAgent = await ordinaryUserAgent(this.#device);
    this.#firstSentAt ??= performance.now();
    this.named.add(wanted);
    const pending = request(wanted.url, {
      dispatcher: this.#connections,
      method,
      headers: {
        'user-agent': userAgent,
        'accept-language': ordinaryBrowser.languages,
        accept: '*/*',
        'accept-encoding': ordinaryBrowser.encodings,
        ...(cookie ? { cookie } : {}),
        ...(wanted.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...wanted.headers,
      },
      body: wanted.json === undefined ? (wanted.body ?? null) : JSON.stringify(wanted.json),
      signal: AbortSignal.any([
        abandon.signal,
        this.#closing.signal,
        AbortSignal.timeout(this.#patience.answerMs),
      ]),
    });
    if (this.#abandons) setImmediate(() => abandon.abort(new Error('dropped by the client')));
    const answer = await pending;
    const { body, breakage } = await readBody(answer.body);
    const encodings = String(answer.headers['content-encoding'] ?? '');
    const response: RawResponse = {
      method,
      url: wanted.url,
      status: answer.statusCode,
      headers: joined(answer.headers),
      body: breakage === undefined ? decodeContent(encodings, body) : body,
    };
    for (const line of [answer.headers['set-cookie'] ?? []].flat())
      await this.#cookies.setCookie(line, wanted.url, { ignoreError: true });
    await this.#listener.response(response);
    this.addresses.add(response, wanted.headers ?? {});
    // What came before the connection broke was delivered, whatever the next attempt brings.
    if (breakage !== undefined) throw breakage;
    return response;
  }
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(name === 'set-cookie' ? '\n' : ', ')]],
    ),
  );
}

function totalOf({ headers }: RawResponse): number | undefined {
  const total = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}
