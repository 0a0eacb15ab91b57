import type { GateOutcome } from '../run-gate.ts';
import { runGate } from '../run-gate.ts';

/** Runs a small gate against a product that is up, with its driver and the variables by which that finds it. */
export function gateOn(
  name: string,
  driver: string,
  variables: Readonly<Record<string, string>>,
): Promise<GateOutcome> {
  return runGate(name, ['--target', driver], { profile: 'smoke', environment: variables });
}
