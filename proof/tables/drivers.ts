import { fileURLToPath } from 'node:url';
import { attemptOf, objectionsToVerdict } from '../assess.ts';
import { driverExpectations } from '../drivers/driver-expectations.ts';
import type { Proof } from '../proof.ts';
import { runGate } from '../run-gate.ts';

/** Drivers that are written badly, and two that are not, as doctor finds them with two patients. */
export function driverProofs(): Proof[] {
  return driverExpectations.map(({ driver, module, mayBe }) => ({
    table: 'drivers',
    name: driver,
    expected: mayBe.join(' or '),
    attempt: async () => {
      const path = fileURLToPath(new URL(module, import.meta.url));
      const name = `driver-${driver.replaceAll(/\W+/gu, '-').slice(0, 40)}`;
      const outcome = await runGate(name, ['--target', path], { command: 'doctor' });
      return attemptOf(outcome, objectionsToVerdict(mayBe, outcome));
    },
  }));
}
