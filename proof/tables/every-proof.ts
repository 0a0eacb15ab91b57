import type { Proof } from '../proof.ts';
import { deathProofs } from './deaths.ts';
import { driverProofs } from './drivers.ts';
import { faultProofs } from './faults.ts';
import { liarProofs } from './liars.ts';
import { operatorProofs } from './operators.ts';
import { plumbingProofs } from './plumbing.ts';

/** Every line of the proof, table by table. */
export async function everyProof(): Promise<Proof[]> {
  return [
    ...(await faultProofs()),
    ...operatorProofs(),
    ...liarProofs(),
    ...driverProofs(),
    ...plumbingProofs(),
    ...deathProofs(),
  ];
}
