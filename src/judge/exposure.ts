import { z } from 'zod';
import { exposureLevels } from '../model/exposure-level.ts';
import type { ExposureLevel } from '../model/exposure-level.ts';
import type { Finding } from './finding.ts';

const count = z.int().min(0);
const reach = z.strictObject({ viewers: count, subjects: count, recordings: count });

/** What the leaks amount to, counted the way regulators and press ask. Each level includes the worse ones. */
export const exposureSchema = z.strictObject({
  listed: reach,
  reachable: reach,
  delivered: reach,
  'content seen': reach,
  /** Seconds of other patients' picture or sound that were read, summed over recordings. */
  seconds: z.number().min(0),
  /** Recordings shown to somebody whose content names nobody: artefacts without a readable consultation. */
  withoutConsultation: reach,
  /** One row a viewer, worst first, at most 50. */
  viewers: z.array(
    z.strictObject({
      viewer: z.int(),
      listed: count,
      delivered: count,
      contentSeen: count,
      withoutConsultation: count,
      subjects: count,
      seconds: z.number().min(0),
    }),
  ),
});

export type Exposure = z.infer<typeof exposureSchema>;

interface Leak {
  readonly viewer: number;
  readonly recording: string;
  subject: number | null;
  level: number;
  seconds: number;
}

/** Adds up exposing findings: one leak a viewer and recording, at the worst level that any finding proves. */
export class ExposureCount {
  readonly #leaks = new Map<string, Leak>();

  add(finding: Finding): void {
    if (finding.level === null || finding.viewer === finding.subject) return;
    // Text that leaks in a response shows no recording of its own; the promise's verdict tells of it.
    if (finding.surface === 'response' || finding.class === 'content differs from claim') return;
    const recording =
      finding.subject === null || finding.consultation === null
        ? `item ${finding.item} of viewer ${finding.viewer}`
        : `${finding.subject}/${finding.consultation}`;
    const key = `${finding.viewer} ${recording}`;
    const level = exposureLevels.indexOf(finding.level);
    const leak = this.#leaks.get(key) ?? {
      viewer: finding.viewer,
      recording,
      subject: finding.subject,
      level,
      seconds: 0,
    };
    leak.level = Math.max(leak.level, level);
    leak.seconds = Math.max(leak.seconds, finding.seconds);
    leak.subject ??= finding.subject;
    this.#leaks.set(key, leak);
  }

  total(): Exposure {
    const leaks = [...this.#leaks.values()];
    const atLeast = (level: ExposureLevel) =>
      leaks.filter((leak) => leak.level >= exposureLevels.indexOf(level));
    return {
      listed: reachOf(atLeast('listed')),
      reachable: reachOf(atLeast('reachable')),
      delivered: reachOf(atLeast('delivered')),
      'content seen': reachOf(atLeast('content seen')),
      seconds: rounded(leaks.reduce((sum, { seconds }) => sum + seconds, 0)),
      withoutConsultation: reachOf(leaks.filter(({ subject }) => subject === null)),
      viewers: byViewer(leaks).slice(0, 50),
    };
  }
}

function reachOf(leaks: readonly Leak[]): z.infer<typeof reach> {
  const subjects = leaks.flatMap(({ subject }) => (subject === null ? [] : [subject]));
  return {
    viewers: new Set(leaks.map(({ viewer }) => viewer)).size,
    subjects: new Set(subjects).size,
    recordings: new Set(leaks.map(({ recording }) => recording)).size,
  };
}

function byViewer(leaks: readonly Leak[]): Exposure['viewers'] {
  return [...Map.groupBy(leaks, ({ viewer }) => viewer)]
    .map(([viewer, own]) => ({
      viewer,
      listed: own.length,
      delivered: own.filter(({ level }) => level >= exposureLevels.indexOf('delivered')).length,
      contentSeen: own.filter(({ level }) => level === exposureLevels.indexOf('content seen'))
        .length,
      withoutConsultation: own.filter(({ subject }) => subject === null).length,
      subjects: reachOf(own).subjects,
      seconds: rounded(own.reduce((sum, { seconds }) => sum + seconds, 0)),
    }))
    .sort((one, other) => other.listed - one.listed || one.viewer - other.viewer);
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
