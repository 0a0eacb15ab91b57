import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts in hundredths of a second wherever Node runs. */
const ticksPerSecond = 100;
/** Positions after the program's name, in brackets. */
const field = { parent: 1, user: 11, system: 12, childrenUser: 13, childrenSystem: 14 } as const;

/**
 * CPU seconds of a process and of all that descend from it, those included that have ended. Only Linux says so:
 * elsewhere it is an error.
 */
export function cpuSecondsOfTree(root: number): number {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const fields = statOf(name);
        return fields === undefined ? [] : [[Number(name), fields] as const];
      }),
  );
  const descends = (process: number): boolean => {
    for (let at = process; at > 1; at = stats.get(at)?.[field.parent] ?? 0)
      if (at === root) return true;
    return false;
  };
  let ticks = 0;
  for (const [process, fields] of stats)
    if (descends(process))
      for (const part of ['user', 'system', 'childrenUser', 'childrenSystem'] as const)
        ticks += fields[field[part]] ?? 0;
  return ticks / ticksPerSecond;
}

/** The numbers of a process; undefined where it has just ended. */
function statOf(process: string): number[] | undefined {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}
