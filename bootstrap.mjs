#!/usr/bin/env node
/*
 * The first step of every command: `node bootstrap.mjs <command> [argument…]`. It makes sure that the packages are those of
 * the lock file, and runs the command line with the Node that they pin. It has to run on Node 18, before any package is there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const binaries = join(root, 'node_modules', '.bin');
const pinnedNode = join(binaries, 'node');
const leastNodeMajor = 24;
const installLock = join(root, '.cache', 'install.lock');
const installDeadlineMilliseconds = 15 * 60_000;
const lockPollMilliseconds = 250;
/** The harness itself broke. 1 is left to crashes, so that none reads as a verdict. */
const brokenExitCode = 12;

class BootstrapError extends Error {}

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

/** Runs npm with the machine's own Node: the one that the packages pin may be replaced under its feet. */
function npm(...parameters) {
  const searchPath = (process.env.PATH ?? '').split(delimiter).filter((path) => path !== binaries);
  const result = spawnSync('npm', parameters, {
    cwd: root,
    env: { ...process.env, PATH: searchPath.join(delimiter) },
    stdio: ['ignore', 2, 2],
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? `it ended with ${result.signal ?? result.status}`;
  throw new BootstrapError(
    `"npm ${parameters.join(' ')}" failed: ${reason}. Its messages above say why; correct that and start again.`,
  );
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

/** The major version of a Node, 0 if it is not there or does not run. */
function nodeMajor(executable) {
  if (!existsSync(executable)) return 0;
  const { status, stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/^v(\d+)/.exec(stdout)?.[1] ?? 0) : 0;
}

function runCommandLine() {
  const child = spawn(pinnedNode, [join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], {
    // The pipe tells it when we are gone, even by SIGKILL.
    stdio: ['pipe', 'inherit', 'inherit'],
    env: {
      ...process.env,
      IN_CONFIDENCE_PARENT: 'pipe',
      PATH: [binaries, process.env.PATH ?? ''].join(delimiter),
    },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {
    // A terminal interrupts the child by itself.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  child.once('error', (error) => fail(`${pinnedNode} cannot be started: ${error.message}.`));
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(brokenExitCode);
}

try {
  await installPackages();
  if (nodeMajor(pinnedNode) < leastNodeMajor) {
    throw new BootstrapError(
      `${pinnedNode} is not Node ${leastNodeMajor} or newer. Remove node_modules and start again.`,
    );
  }
  runCommandLine();
} catch (error) {
  fail(error instanceof BootstrapError ? error.message : `The first step broke: ${error.stack}`);
}
