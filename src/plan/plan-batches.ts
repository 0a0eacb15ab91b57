import type { PlannedBatch } from './plan.ts';
import type { SuiteShape } from '../model/suite-shape.ts';

/** A batch with the shape of its suite. The plan fixes batches, whatever the number of workers and shards. */
export interface ShapedBatch extends PlannedBatch {
  readonly shape: SuiteShape;
}

/** Numbers the cohorts through all suites and cuts them into batches, each of which is one test. */
export function planBatches(shapes: readonly SuiteShape[]): ShapedBatch[] {
  let nextCohort = 0;
  return shapes.flatMap((shape) => {
    const cohorts = Array.from({ length: shape.cohorts }, () => nextCohort++);
    return chunks(cohorts, shape.cohortsPerBatch).map((chunk, index) => ({
      batch: `${shape.scenario}-${shape.tier}-${index + 1}`,
      scenario: shape.scenario,
      tier: shape.tier,
      cohorts: chunk,
      shape,
    }));
  });
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
