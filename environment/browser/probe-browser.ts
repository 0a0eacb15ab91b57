import type { Browser } from './browser.ts';
import { runBounded } from './bounded-command.ts';

const timeoutMilliseconds = 30_000;

/** A browser, or why there is none, as the end of a sentence. */
export type BrowserProbe = { readonly browser: Browser } | { readonly reason: string };

/** Asks an executable for its version: one that lacks libraries, or merely advertises another package, does not answer. */
export async function probeBrowser(
  executablePath: string,
  source: Browser['source'],
): Promise<BrowserProbe> {
  const result = await runBounded({
    command: executablePath,
    arguments: ['--version'],
    timeoutMilliseconds,
  });
  if (!result.succeeded) return { reason: result.reason };
  const version = /(Chrom|HeadlessShell)\D*(?<version>\d+(\.\d+)+)/.exec(result.output)?.groups?.[
    'version'
  ];
  return version === undefined
    ? {
        reason: `${executablePath} says that it is "${result.output.split('\n')[0]}", not a Chromium or Chrome`,
      }
    : { browser: { executablePath, version, source } };
}
