import { badUsage } from '../../src/configuration/usage-error.ts';
import { profiles, withoutPages } from '../../src/configuration/profiles.ts';
import { runFolder } from '../../src/history/run-folder.ts';
import { exitCodes } from '../../src/judge/verdict.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { PlannedCohort } from '../../src/plan/plan.ts';
import { drawn } from '../deaths/drawn.ts';
import { jumpAndSee } from '../deaths/jump-and-see.ts';
import type { Death } from '../deaths/kill-and-see.ts';
import { killAndSee } from '../deaths/kill-and-see.ts';
import type { Refusal } from '../deaths/limited-gate.ts';
import { canMakeFileSystems, limitedGate, onOwnFileSystem } from '../deaths/limited-gate.ts';
import type { Moment } from '../deaths/moment.ts';
import { entriesWritten, entriesWrittenIn, filesNoticed, processesSeen } from '../deaths/moment.ts';
import { nextRun } from '../deaths/next-run.ts';
import type { Role } from '../deaths/processes-of-run.ts';
import type { GateStart } from '../deaths/watched-gate.ts';
import { smallTarget } from '../deaths/watched-gate.ts';
import { proofProfile } from '../proof-profile.ts';
import type { Proof } from '../proof.ts';

const small: GateStart = { flags: smallTarget };
const smallThroughNpm: GateStart = { flags: smallTarget, throughBootstrap: true };
const clinic: GateStart = { flags: [] };
const clinicThroughNpm: GateStart = { flags: [], throughBootstrap: true };

const cutShort =
  'no verdict of the gate, or one that is not upheld; judged afterwards it is interrupted; nothing is left';
const notProven =
  'inconclusive or broken, never upheld and never violated; every history readable; nothing is left';

/** The seed that a gate plans from when nobody gives another. */
const seed = '20200609';

/** What dies, or fails, at a moment that was drawn, and what the gate has to make of it. */
export function deathProofs(): Proof[] {
  return [
    ...whileStarting(),
    ...whileActing(),
    ...whileJudging(),
    ...workers(),
    ...beside(),
    ...withoutRoom(),
    ...clocks(),
    {
      table: 'deaths',
      name: 'a gate after all these deaths, in the same folder',
      expected: 'upheld, exit code 0',
      attempt: nextRun,
    },
  ];
}

function line(name: string, expected: string, start: GateStart, deaths: readonly Death[]): Proof {
  return {
    table: 'deaths',
    name,
    expected,
    attempt: () => killAndSee(name, start, deaths),
  };
}

/** A moment in the given part of the planned checks, each of which leaves an entry or more in a history. */
function entriesBetween(start: GateStart, label: string, from: number, to: number): Moment {
  const share = from + drawn(label) * (to - from);
  const count = Math.max(1, Math.round(share * plannedChecks(start)));
  return { ...entriesWritten(count), words: `at ${Math.round(share * 100)} % of the checks` };
}

/** A moment in the batch that browsers act out, about the given part of its checks. */
function inTheBrowserBatch(label: string, about: number): Moment {
  const cohort = plannedFor(clinic).find(({ tier }) => tier === 'browser');
  if (cohort === undefined) throw new Error('The profile of the proof has no browser batch.');
  const share = about + (drawn(label) - 0.5) / 4;
  return entriesWrittenIn(
    runFolder.historyName(cohort.scenario, cohort.cohort),
    Math.max(1, Math.round(share * cohort.checks.length)),
    `at ${Math.round(share * 100)} % of the checks in browsers`,
  );
}

function plannedChecks(start: GateStart): number {
  return plannedFor(start).reduce((sum, { checks }) => sum + checks.length, 0);
}

/** What a gate that is started so plans: the small target has no pages. */
function plannedFor({ flags }: GateStart): readonly PlannedCohort[] {
  const profile = profiles[proofProfile];
  const { suites } = flags === smallTarget ? withoutPages(profile) : profile;
  return [...makePlan(seed, proofProfile, suites).cohorts()];
}

/** Every way in which the gate itself can lose a process, as somebody started it. */
const gateDeaths: readonly (readonly [Role, GateStart, GateStart])[] = [
  ['command line', small, clinic],
  ['command line', smallThroughNpm, clinicThroughNpm],
  ['bootstrap', smallThroughNpm, clinicThroughNpm],
  ['scenario runner', small, clinic],
];

function whileStarting(): Proof[] {
  return Array.from({ length: 6 }, (_, index) => {
    const [victim, , start] = gateDeaths[index % gateDeaths.length] ?? [
      'command line',
      small,
      clinic,
    ];
    // PostgreSQL, the mocks and the guards make at least as many processes before anything is acted out.
    const count = 4 + index * 2 + Math.floor(drawn(`start ${index}`) * 2);
    const moment = processesSeen(count);
    const name = `${index + 1}: ${victim} of the gate killed ${moment.words}`;
    return line(name, cutShort, start, [{ victim, moment }]);
  });
}

function whileActing(): Proof[] {
  const times = 14;
  return Array.from({ length: times }, (_, index) => {
    const [victim, start] = gateDeaths[index % gateDeaths.length] ?? ['command line', small];
    const moment = entriesBetween(start, `act ${index}`, index / times, (index + 1) / times);
    const name = `${victim} of the gate killed ${moment.words}`;
    return line(name, cutShort, start, [{ victim, moment }]);
  });
}

function whileJudging(): Proof[] {
  const moments = [
    filesNoticed(/^run\.json\.\d+\.partial$/u, 'while the histories were being sealed', 2),
    filesNoticed(/^verdicts\.json\.\d+\.partial$/u, 'while the verdicts were being written'),
    filesNoticed(/^verdicts\.json$/u, 'when the verdicts had been written'),
    filesNoticed(/^report$/u, 'while the report was being written'),
  ];
  return moments.map((moment) =>
    line(`command line of the gate killed ${moment.words}`, wholeOrNothing, small, [
      { victim: 'command line', moment },
    ]),
  );
}

const wholeOrNothing =
  'verdicts.json whole or not there; judged afterwards upheld if the histories were sealed, else interrupted; nothing is left';

function workers(): Proof[] {
  return Array.from({ length: 5 }, (_, index) =>
    several('worker', notProven, small, [
      entriesBetween(small, `worker ${index} first`, 0.05, 0.4),
      entriesBetween(small, `worker ${index} second`, 0.5, 0.8),
    ]),
  );
}

function beside(): Proof[] {
  const one = (victim: Role, label: number, from: number, to: number) =>
    several(victim, notProven, clinic, [entriesBetween(clinic, `${victim} ${label}`, from, to)]);
  return [
    ...[1, 2].map((round) =>
      several('clinic', notProven, clinic, [
        entriesBetween(clinic, `clinic ${round} first`, 0.02, 0.2),
        entriesBetween(clinic, `clinic ${round} second`, 0.3, 0.45),
        entriesBetween(clinic, `clinic ${round} third`, 0.5, 0.65),
      ]),
    ),
    several('postmaster', notProven, clinic, [
      filesNoticed(/^run\.json$/u, 'when the run record had been written'),
    ]),
    one('postmaster', 1, 0.02, 0.4),
    one('postmaster', 2, 0.4, 0.8),
    one('database backend', 1, 0.02, 0.4),
    one('database backend', 2, 0.4, 0.8),
    ...[1, 2, 3].map((round) =>
      several('browser', notProven, clinic, [inTheBrowserBatch(`browser ${round}`, round / 4)]),
    ),
    // Whoever waits for a recording waits long without a video provider, so most of the batches are over by then.
    ...[1, 2, 3].map((round) => one('mocks', round, 0.6, 0.95)),
  ];
}

function several(
  victim: Role,
  expected: string,
  start: GateStart,
  moments: readonly Moment[],
): Proof {
  const words = moments.map((moment) => moment.words).join(' and ');
  return line(
    `${victim} killed ${words}`,
    expected,
    start,
    moments.map((moment) => ({ victim, moment })),
  );
}

function withoutRoom(): Proof[] {
  const places: readonly (readonly [string, string, Refusal, needsFileSystems: boolean])[] = [
    [
      'a disk that is full in the middle of the histories',
      'exit code 12 with a sentence and a remedy, no verdict, no stack trace',
      {
        wrapper: onOwnFileSystem('size=600k'),
        exitCode: exitCodes.broken,
        says: /The disk is full\..*--out\./u,
      },
      true,
    ],
    [
      'a plan that is larger than what the process may write',
      'exit code 12 with a sentence and a remedy, no verdict, no stack trace',
      {
        wrapper: () => ['sh', '-c', 'ulimit -f 128 && exec "$@"', 'sh'],
        exitCode: exitCodes.broken,
        says: /A file has become larger .*--out\./u,
      },
      false,
    ],
    [
      'a results folder that is read-only, also for root',
      'exit code 64 with a sentence and a remedy, nothing started',
      {
        wrapper: onOwnFileSystem('ro'),
        exitCode: badUsage,
        says: /The file system is read-only.*--out\./u,
      },
      true,
    ],
    [
      'a results folder below a file',
      'exit code 64 with a sentence and a remedy, nothing started',
      {
        wrapper: (place) => ['sh', '-c', ': >"$1/file" && shift && exec "$@"', 'sh', place],
        below: 'file/runs',
        exitCode: badUsage,
        says: /is a file and no folder.*--out\./u,
      },
      false,
    ],
  ];
  return places.map(([name, expected, refusal, needsFileSystems]) => ({
    table: 'deaths',
    name,
    expected,
    attempt: () =>
      needsFileSystems && !canMakeFileSystems()
        ? Promise.resolve(needsRoot)
        : limitedGate(name, refusal),
  }));
}

const needsRoot = {
  came: 'not attempted: this user may not make a file system',
  objections: ['This line needs root, or a machine that allows user namespaces (unshare).'],
};

function clocks(): Proof[] {
  const day = 24 * 60 * 60 * 1000;
  const jumps = [
    ['back by a day', -day, 'harness'],
    ['on by a year', 365 * day, 'harness'],
    ['on by a year, the clinic’s clock too', 365 * day, 'all'],
  ] as const;
  return jumps.map(([words, byMs, whose]) => {
    const moment = entriesBetween(clinic, `clock ${words}`, 0.1, 0.6);
    const isOurs = whose === 'harness';
    const mayEndWith = isOurs
      ? [exitCodes.upheld]
      : [exitCodes.upheld, exitCodes.inconclusive, exitCodes.broken];
    return {
      table: 'deaths',
      name: `a wall clock that jumps ${words} ${moment.words}`,
      expected: isOurs
        ? 'upheld: nothing is judged by it'
        : 'upheld, inconclusive or broken, never violated: sessions of the clinic may have run out',
      attempt: () => jumpAndSee(`clock ${words}`, whose, byMs, moment, mayEndWith),
    };
  });
}
