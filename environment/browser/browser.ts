/** A Chromium or Chrome that runs on this machine. */
export interface Browser {
  readonly executablePath: string;
  readonly version: string;
  /** Where it came from: IN_CONFIDENCE_BROWSER, the machine, Playwright's download, Debian's package, or npm's. */
  readonly source: 'setting' | 'machine' | 'playwright' | 'debian' | 'npm';
}
