import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';

/** Where progress goes and how time is told; Playwright gives neither, tests give both. */
export interface RunReporterOptions {
  readonly write?: (text: string) => void;
  readonly isTerminal?: boolean;
  /** Milliseconds since any fixed instant. */
  readonly now?: () => number;
}

/** Shows how far the batches are. It decides no verdict: that is judged from disk when all have ended. */
export default class RunReporter implements Reporter {
  readonly #write: (text: string) => void;
  readonly #isTerminal: boolean;
  readonly #now: () => number;
  #total = 0;
  #done = 0;
  #startedAt = 0;
  #ticking: NodeJS.Timeout | undefined;

  constructor(options: RunReporterOptions = {}) {
    this.#write = options.write ?? ((text) => void process.stdout.write(text));
    this.#isTerminal =
      options.isTerminal ?? (process.stdout.isTTY && process.env['CI'] === undefined);
    this.#now = options.now ?? (() => performance.now());
  }

  /** Keeps Playwright from adding a reporter of its own. */
  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#total = suite.allTests().length;
    this.#startedAt = this.#now();
    if (!this.#isTerminal) return;
    this.#ticking = setInterval(() => this.#show(), 1000).unref();
    this.#show();
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#done += 1;
    if (result.status !== 'passed')
      this.#print(`${result.status}: ${test.title}: ${firstLine(result.error)}`);
    this.#show();
  }

  onError(error: TestError): void {
    this.#print(`error: ${firstLine(error)}`);
  }

  onEnd(_result: FullResult): void {
    clearInterval(this.#ticking);
    if (this.#isTerminal) this.#write('\n');
  }

  #show(): void {
    const seconds = Math.round((this.#now() - this.#startedAt) / 1000);
    const progress = `${this.#done}/${this.#total} batches, ${seconds} s`;
    this.#write(this.#isTerminal ? `\r\u001b[2K${progress}` : `${progress}\n`);
  }

  #print(line: string): void {
    this.#write(this.#isTerminal ? `\r\u001b[2K${line}\n` : `${line}\n`);
  }
}

/** What an error says first, without the name of its class. */
function firstLine(error: TestError | undefined): string {
  const text = stripVTControlCharacters(error?.message ?? error?.value ?? 'no reason was given');
  const line = text.split('\n').find((one) => one.trim() !== '') ?? text;
  return line.trim().replace(/^Error: /, '');
}
