import { z } from 'zod';
import { exposureLevels } from '../model/exposure-level.ts';
import type { ExposureLevel } from '../model/exposure-level.ts';
import type { Finding } from './finding.ts';

const count = z.int().min(0);

/** Viewers, and recordings of one viewer, that are named; a count beside them tells of the rest. */
const viewersAtMost = 1000;
const recordingsAtMost = 1000;

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
  /** One row a viewer, worst first, at most 1,000. */
  viewers: z.array(
    z.strictObject({
      viewer: z.int(),
      listed: count,
      delivered: count,
      contentSeen: count,
      withoutConsultation: count,
      subjects: count,
      seconds: z.number().min(0),
      /** Each of them by name, worst first, at most 1,000: `listed` counts all. */
      recordings: z.array(
        z.strictObject({
          /** Null when the content does not say whose it is. */
          subject: z.int().nullable(),
          consultation: z.int().nullable(),
          /** The product's id of the replay, as this viewer met it; null where it was asked for by its address. */
          item: z.string().nullable(),
          level: z.enum(exposureLevels),
          seconds: z.number().min(0),
        }),
      ),
    }),
  ),
});

export type Exposure = z.infer<typeof exposureSchema>;

/** What one viewer was shown that was not theirs. */
export type ExposedViewer = Exposure['viewers'][number];

interface Leak {
  readonly viewer: number;
  readonly recording: string;
  readonly consultation: number | null;
  subject: number | null;
  item: string | null;
  level: number;
  seconds: number;
}

/** Adds up exposing findings: one leak a viewer and recording, at the worst level that any finding proves. */
export class ExposureCount {
  readonly #leaks = new Map<string, Leak>();

  add(finding: Finding): void {
    if (finding.level === null || finding.viewer === finding.subject) return;
    // A response that leaks text, or a call that a stranger got into, shows no recording; the promise's verdict tells of it.
    if (finding.surface === 'response' || finding.surface === 'call') return;
    if (finding.class === 'content differs from claim') return;
    const recording =
      finding.subject === null || finding.consultation === null
        ? `item ${finding.item} of viewer ${finding.viewer}`
        : `${finding.subject}/${finding.consultation}`;
    const key = `${finding.viewer} ${recording}`;
    const level = exposureLevels.indexOf(finding.level);
    const leak = this.#leaks.get(key) ?? {
      viewer: finding.viewer,
      recording,
      consultation: finding.consultation,
      subject: finding.subject,
      item: finding.item,
      level,
      seconds: 0,
    };
    leak.level = Math.max(leak.level, level);
    leak.seconds = Math.max(leak.seconds, finding.seconds);
    leak.subject ??= finding.subject;
    leak.item ??= finding.item;
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
      viewers: byViewer(leaks).slice(0, viewersAtMost),
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

function byViewer(leaks: readonly Leak[]): ExposedViewer[] {
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
      recordings: named(own),
    }))
    .sort(
      (one, other) =>
        other.contentSeen - one.contentSeen ||
        other.delivered - one.delivered ||
        other.listed - one.listed ||
        other.seconds - one.seconds ||
        one.viewer - other.viewer,
    );
}

/** What names nobody comes last among equals. */
function named(leaks: readonly Leak[]): ExposedViewer['recordings'] {
  return leaks
    .toSorted(
      (one, other) =>
        other.level - one.level ||
        other.seconds - one.seconds ||
        (one.subject ?? Infinity) - (other.subject ?? Infinity) ||
        (one.recording < other.recording ? -1 : 1),
    )
    .slice(0, recordingsAtMost)
    .map(({ subject, consultation, item, level, seconds }) => ({
      subject,
      consultation,
      item,
      level: exposureLevels[level] ?? 'listed',
      seconds: rounded(seconds),
    }));
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
