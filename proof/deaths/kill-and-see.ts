import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlannedCohorts } from '../../src/history/plan-file.ts';
import { quickVerdictsSchema } from '../../src/judge/quick-verdicts.ts';
import { runFolder } from '../../src/history/run-folder.ts';
import { exitCodes } from '../../src/judge/verdict.ts';
import type { Attempt } from '../proof.ts';
import { judgedAfterwards } from './judged-afterwards.ts';
import type { Moment } from './moment.ts';
import { doneAt } from './moment.ts';
import type { Role, RunProcess } from './processes-of-run.ts';
import { inRole, processesOfRun } from './processes-of-run.ts';
import { remainsOf } from './remains.ts';
import type { GateStart, WatchedGate } from './watched-gate.ts';
import { startGate } from './watched-gate.ts';

/** Those whose death nobody is left to tell the verdict of. */
const gateItself: readonly Role[] = ['bootstrap', 'command line', 'scenario runner'];

/** Who is killed, and when. */
export interface Death {
  readonly victim: Role;
  readonly moment: Moment;
}

interface Happened {
  readonly words: string;
  /** Histories that had begun and not ended when it was killed, and that need it to their end. */
  readonly open: readonly string[];
}

/** Starts a gate on an honest target, kills in it what is to die, and reads everything that is left. */
export async function killAndSee(
  name: string,
  start: GateStart,
  deaths: readonly Death[],
): Promise<Attempt> {
  const gate = startGate(name, start);
  const happened: Happened[] = [];
  for (const death of deaths) {
    const one = await kill(gate, death);
    if (one !== undefined) happened.push(one);
  }
  const code = await gate.ended;
  const remains = await remainsOf(gate);
  const isGateKilled = deaths.some(({ victim }) => gateItself.includes(victim));
  const judged = isGateKilled ? await judgedAfterwards(gate) : undefined;
  const { verdicts } = remains;
  const objections = [
    ...(happened.length === deaths.length
      ? []
      : [`of ${deaths.length} deaths ${happened.length} came before the gate had ended`]),
    ...(verdicts !== undefined && isCutShort(deaths, happened)
      ? ['there are verdicts, though nobody was left to judge']
      : []),
    ...(code === exitCodes.upheld ? ['exit code 0, though something that was needed died'] : []),
    ...(code === exitCodes.violated || verdicts?.verdict === 'violated'
      ? ['an honest target was called a leaking one']
      : []),
    ...(isGateKilled || code === exitCodes.broken || code === exitCodes.inconclusive
      ? []
      : [`exit code ${code}`]),
    ...(verdicts === undefined || isGateKilled || verdicts.exitCode === code
      ? []
      : [`exit code ${code}, and verdicts.json says ${verdicts.exitCode}`]),
    ...remains.objections,
    ...(isGateKilled ? [] : await objectionsToBatches(gate, happened)),
    ...(judged?.objections ?? []),
  ];
  return {
    came: [
      ...happened.map(({ words }) => words),
      `exit code ${code}`,
      remains.words,
      ...(judged === undefined ? [] : [judged.came]),
      ...(objections.length === 0 ? ['nothing is left running or lying about'] : []),
    ].join('; '),
    objections:
      objections.length === 0
        ? []
        : [...objections, `The gate said: ${gate.output().slice(-3000)}`],
  };
}

/** Kills the victim at its moment, or as soon after it as there is one; undefined when the gate ended before. */
function kill(gate: WatchedGate, { victim, moment }: Death): Promise<Happened | undefined> {
  return doneAt(gate, moment, () => {
    // Between two batches there is none for a moment.
    const [found] = inRole(processesOfRun(gate.run, gate.temporary), victim);
    if (found === undefined || !hasKilled(found)) return undefined;
    const entries = gate.progress.entries();
    // A batch needs its third parties only until its recordings are made; all else it needs to its end.
    const open = victim === 'mocks' ? [] : gate.progress.open();
    return { words: `${victim} killed after ${entries} entries`, open };
  });
}

function hasKilled({ pid }: RunProcess): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended between the look and now.
    return false;
  }
}

/** Whether those who would have judged were killed before acting had ended. */
function isCutShort(deaths: readonly Death[], happened: readonly Happened[]): boolean {
  const judges: readonly Role[] = ['bootstrap', 'command line'];
  return (
    deaths.some(({ victim }) => judges.includes(victim)) &&
    happened.some(({ open }) => open.length > 0)
  );
}

/** A batch that something died in must not have said of itself that all was proven. */
async function objectionsToBatches(
  { folder }: WatchedGate,
  happened: readonly Happened[],
): Promise<string[]> {
  const batches = new Map<string, string>();
  for await (const { scenario, cohort, batch } of readPlannedCohorts(runFolder.plan(folder)))
    batches.set(runFolder.historyName(scenario, cohort), batch);
  const struck = new Set(happened.flatMap(({ open }) => open.map((name) => batches.get(name))));
  return [...struck].flatMap((batch) => {
    const said = quickVerdicts(folder, batch ?? '');
    if (said === undefined || said.some((verdict) => verdict !== 'upheld')) return [];
    return [`the batch ${batch} says that it upheld everything`];
  });
}

function quickVerdicts(folder: string, batch: string): string[] | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, 'quick', `${batch}.json`), 'utf8');
  } catch {
    // A batch that broke off says nothing.
    return undefined;
  }
  return Object.values(quickVerdictsSchema.parse(JSON.parse(text)).verdicts);
}
