#!/usr/bin/env node
/*
 * The first step of every command: `node bootstrap.mjs <command> [argument…]`. It makes sure that the packages are those of
 * the lock file, and runs the command line with the Node that they pin. It has to run on Node 18, before any package is there.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BootstrapError, endBroken } from './bootstrap/bootstrap-error.mjs';
import { leastNodeMajor, nodeMajor } from './bootstrap/node-major.mjs';
import { runCommandLine } from './bootstrap/run-command-line.mjs';
import { runNpm } from './bootstrap/run-npm.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const binaries = join(root, 'node_modules', '.bin');
const pinnedNode = join(binaries, 'node');
const installLock = join(root, '.cache', 'install.lock');
const installDeadlineMilliseconds = 15 * 60_000;
const lockPollMilliseconds = 250;

/** What npm wrote down about the packages that it installed, against what the lock file demands. */
function packagesAreCurrent() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === null) throw new BootstrapError(`${root} has no package-lock.json. Restore it.`);
  if (installed === null) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === '') return true;
    // Those of other platforms are never installed.
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Runs npm with the machine's own Node. */
function npm(...parameters) {
  runNpm(parameters, root, binaries);
}

/** Only one of several processes that start at once may install; the others wait for it. */
async function withInstallLock(work) {
  const deadline = Date.now() + installDeadlineMilliseconds;
  while (!takeInstallLock()) {
    if (Date.now() > deadline) {
      throw new BootstrapError(
        `Another process has been installing packages for too long. If there is none, remove ${installLock}.`,
      );
    }
    await pause(lockPollMilliseconds);
  }
  try {
    return work();
  } finally {
    // In one step, so that nobody finds it half removed.
    const released = `${installLock}.released.${process.pid}`;
    renameSync(installLock, released);
    rmSync(released, { recursive: true, force: true });
  }
}

function takeInstallLock() {
  mkdirSync(dirname(installLock), { recursive: true });
  // The owner's id is inside from the first moment on: a rename onto a directory that has content fails.
  const offered = `${installLock}.${process.pid}`;
  mkdirSync(offered, { recursive: true });
  writeFileSync(join(offered, 'owner'), String(process.pid));
  try {
    renameSync(offered, installLock);
    return true;
  } catch {
    rmSync(offered, { recursive: true, force: true });
  }
  const owner = lockOwner(installLock);
  if (owner !== null && !isRunning(owner)) removeAbandonedLock(owner);
  return false;
}

function removeAbandonedLock(owner) {
  const aside = `${installLock}.abandoned.${process.pid}`;
  try {
    renameSync(installLock, aside);
    // Between the look and the rename somebody else may have taken it over.
    if (lockOwner(aside) === owner) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, installLock);
  } catch {
    // Somebody else was quicker.
  }
}

function lockOwner(directory) {
  try {
    return Number(readFileSync(join(directory, 'owner'), 'utf8'));
  } catch {
    return null;
  }
}

function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function installPackages() {
  if (packagesAreCurrent() && nodeMajor(pinnedNode) >= leastNodeMajor) return;
  try {
    await withInstallLock(() => {
      if (!packagesAreCurrent()) {
        console.error('Installing the packages of package-lock.json (npm ci) …');
        npm(
          'ci',
          '--include=dev',
          '--include=optional',
          '--no-audit',
          '--no-fund',
          '--loglevel=error',
        );
      }
      if (nodeMajor(pinnedNode) < leastNodeMajor) {
        console.error('Completing the installation of Node, whose install script was skipped …');
        npm('rebuild', 'node', '--ignore-scripts=false');
      }
    });
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS' && error.code !== 'EPERM') throw error;
    throw new BootstrapError(
      `The packages have to be installed, but ${error.path ?? root} cannot be written. Run npm ci as the owner of ${root}.`,
    );
  }
}

try {
  await installPackages();
  if (nodeMajor(pinnedNode) < leastNodeMajor) {
    throw new BootstrapError(
      `${pinnedNode} is not Node ${leastNodeMajor} or newer. Remove node_modules and start again.`,
    );
  }
  runCommandLine(pinnedNode, join(root, 'src', 'cli', 'main.ts'), {
    PATH: [binaries, process.env.PATH ?? ''].join(delimiter),
  });
} catch (error) {
  endBroken(error);
}
