#!/usr/bin/env node
/* The command `in-confidence`: from source in a checkout of the repository, built where it is installed as a package. */
import { existsSync } from 'node:fs';

const fromSource = new URL('bootstrap.mjs', import.meta.url);
await import(
  existsSync(fromSource) ? fromSource : new URL('bootstrap/start-package.mjs', import.meta.url)
);
