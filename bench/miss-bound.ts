/**
 * The largest share of misses, 0 to 1, that is still compatible with so few misses in so many trials at 95 %
 * confidence: the one-sided bound of Clopper and Pearson (Biometrika 26, 1934), by bisection.
 */
export function missBound(trials: number, misses: number): number {
  if (trials === 0 || misses >= trials) return 1;
  let low = misses / trials;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(misses, trials, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** How likely at most so many misses are, each trial missing with this probability. */
function chanceOfAtMost(misses: number, trials: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let sum = term;
  for (let count = 1; count <= misses; count += 1) {
    term *= ((trials - count + 1) / count) * (probability / (1 - probability));
    sum += term;
  }
  return sum;
}
