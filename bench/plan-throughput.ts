import { makePlan } from '../src/plan/make-plan.ts';
import { median } from './median.ts';
import type { Figure, Measurement } from './measurement.ts';
import { mergeShape, repetitionsForTwentyThousand } from './merge-shape.ts';
import { secondsOf } from './seconds-of.ts';

const rounds = 5;

interface Count {
  readonly cohorts: number;
  readonly patients: number;
}

/** How quickly plans are made, of the size of a merge and of 20,000 patients. */
export async function planThroughput(): Promise<Measurement> {
  plan(1);
  return {
    title: 'Plan throughput',
    figures: [
      ...(await measure('merge profile', 1, rounds)),
      ...(await measure('20,000 patients', repetitionsForTwentyThousand, 1)),
    ],
  };
}

async function measure(name: string, repetitions: number, times: number): Promise<Figure[]> {
  const seconds: number[] = [];
  let count: Count = { cohorts: 0, patients: 0 };
  for (let round = 0; round < times; round += 1) {
    const measured = await secondsOf(() => plan(repetitions));
    seconds.push(measured.seconds);
    count = measured.result;
  }
  const took = median(seconds);
  return [
    { what: `${name}: planned`, value: count.patients, unit: 'patients' },
    { what: `${name}: time${times > 1 ? `, median of ${times}` : ''}`, value: took, unit: 's' },
    { what: `${name}: cohorts`, value: count.cohorts / took, unit: 'cohorts/s' },
    { what: `${name}: patients`, value: count.patients / took, unit: 'patients/s' },
  ];
}

function plan(repetitions: number): Count {
  let cohorts = 0;
  let patients = 0;
  for (const cohort of makePlan('bench', 'bench', mergeShape(repetitions)).cohorts()) {
    cohorts += 1;
    patients += cohort.patients.length;
  }
  return { cohorts, patients };
}
