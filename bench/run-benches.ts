import { z } from 'zod';
import { canaryReadingRates } from './canary-reading-rates.ts';
import { clinicStart } from './clinic-start.ts';
import { judgeMemory } from './judge-memory.ts';
import { judgeThroughput } from './judge-throughput.ts';
import { liveReadingRates } from './live-reading-rates.ts';
import type { Measurement } from './measurement.ts';
import { linesOf } from './measurement.ts';
import { mergeGate } from './merge-gate.ts';
import { observationCost } from './observation-cost.ts';
import { planThroughput } from './plan-throughput.ts';
import { splices } from './splices.ts';

/** Measures what is named, or everything, and prints it. Run as `node bench/run-benches.ts [word]`. */
const benches: Readonly<Record<string, () => Promise<Measurement>>> = {
  'clinic-start': clinicStart,
  'plan-throughput': planThroughput,
  'judge-throughput': judgeThroughput,
  'judge-memory': judgeMemory,
  'merge-gate': mergeGate,
  'canary-reading-rates': canaryReadingRates,
  splices,
  'live-reading-rates': liveReadingRates,
  'observation-cost': observationCost,
};
const badUsage = 64;

// An exit takes temporary folders along; a signal by itself does not.
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const)
  // prettier-ignore
  process.once(signal, () => process.exit(128 + number));

const words = z.union([z.tuple([]), z.tuple([z.string()])]).safeParse(process.argv.slice(2));
const [word = ''] = words.data ?? [];
const chosen = Object.entries(benches).filter(([name]) => name.includes(word));
if (!words.success || chosen.length === 0) {
  console.error(
    `Name one bench by a part of its name, or none to run all of: ${Object.keys(benches).join(', ')}.`,
  );
  process.exitCode = badUsage;
} else {
  for (const [name, measure] of chosen)
    try {
      console.log(linesOf(await measure()).join('\n'), '\n');
    } catch (error) {
      console.error(`${name} could not be measured.`, error);
      process.exitCode = 1;
    }
}
