import type { ProfileName } from '../../src/configuration/profiles.ts';
import { everyOperator } from '../operators/every-operator.ts';
import { cleanRunFolder, readCleanRun } from '../operators/clean-run.ts';
import { judgeAltered } from '../operators/judge-altered.ts';
import type { VerdictCount } from '../operators/judge-altered.ts';
import { judgeDamaged } from '../operators/judge-damaged.ts';
import { storedOperators } from '../operators/stored-operators.ts';
import { proofProfile } from '../proof-profile.ts';
import type { Attempt, Proof } from '../proof.ts';

/** How many histories are altered, and how many files damaged, in all. */
const alterationsInAll = 10_000;
const damagesInAll = 400;
const seed = 20200609;
/** Live calls and published media, whose histories are altered each as often. */
const alteredProfiles: readonly ProfileName[] = ['live-trial', proofProfile];

/** Clean runs' histories, altered and damaged in every way that is known: none may be upheld that proves less. */
export function operatorProofs(): Proof[] {
  const alterations = Math.ceil(alterationsInAll / everyOperator.length);
  const damages = Math.ceil(damagesInAll / storedOperators.length);
  return [
    ...everyOperator.map((operator): Proof => ({
      table: 'operators',
      name: operator.name,
      expected:
        operator.harmless === undefined
          ? 'never upheld'
          : `upheld or inconclusive, never violated: ${operator.harmless}`,
      attempt: () =>
        attemptOf(alterations, async () => {
          const folders = await Promise.all(alteredProfiles.map(cleanRunFolder));
          const runs = await Promise.all(folders.map(readCleanRun));
          return await judgeAltered(runs, operator, alterations, seed);
        }),
    })),
    ...storedOperators.map((operator): Proof => ({
      table: 'operators',
      name: `on disk: ${operator.name}`,
      expected: 'never upheld',
      attempt: () =>
        attemptOf(damages, async () =>
          judgeDamaged(await cleanRunFolder(), operator, damages, seed),
        ),
    })),
  ];
}

async function attemptOf(planned: number, judge: () => Promise<VerdictCount>): Promise<Attempt> {
  try {
    const count = await judge();
    const told = Object.entries(count)
      .filter(([, times]) => times > 0)
      .map(([verdict, times]) => `${times} ${verdict}`);
    return { came: `of ${planned}: ${told.join(', ')}`, objections: [] };
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    return { came: 'a history that must not be judged so was', objections: [why] };
  }
}
