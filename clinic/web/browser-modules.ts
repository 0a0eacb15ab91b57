import { readFileSync, readdirSync } from 'node:fs';

/** The scripts of the live call by their names, as they are sent to browsers. */
export type BrowserModules = ReadonlyMap<string, string>;

const directory = new URL('assets/live/', import.meta.url);

/** Reads the modules once; they import each other by their names. */
export function createBrowserModules(): BrowserModules {
  const names = readdirSync(directory).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, directory), 'utf8')]));
}
