/* The first step of every command where In Confidence is installed as a package. It has to run on Node 18. */
import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endBroken } from './bootstrap-error.mjs';
import { ownNode } from './own-node.mjs';
import { runCommandLine } from './run-command-line.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const project = root.split(`${sep}node_modules${sep}`)[0];
/** A driver in TypeScript is found to be a module by reading it, wherever its package does not say so. */
const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';

try {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = ownNode({
    wanted: devDependencies.node,
    downloads: join(project, '.cache', 'in-confidence', 'downloads'),
    offline: process.argv.includes('--offline'),
  });
  runCommandLine(node, join(root, 'dist', 'src', 'cli', 'main.js'), {
    NODE_OPTIONS: [process.env.NODE_OPTIONS, quiet].filter(Boolean).join(' '),
  });
} catch (error) {
  endBroken(error);
}
