import { edgeKind } from '../../src/judge/edge-kind.ts';
import type { Finding } from '../../src/judge/finding.ts';
import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { FindingGroups } from '../../src/judge/finding-groups.ts';
import { ExposureCount } from '../../src/judge/exposure.ts';
import type { VisibilityCell } from '../../src/judge/visibility.ts';
import { cleanMatrix, promisesWith, verdictsWith } from './hand-written-verdicts.ts';
import { cohorts } from './run-to-report.ts';

const cohort = 17;

/**
 * The shape of June 2020: one patient with an old account is shown the recordings of fifty others who spoke to the
 * same clinicians that day, and two recordings that hold no consultation; everybody else sees what is theirs.
 */
export function juneVerdicts(): RunVerdicts {
  const findings = recordings().flatMap((recording) => [
    ...recording.surfaces.map(([surface, level, seconds]): Finding => {
      return { ...recording.base, promise: 'every-replay-belongs-to-its-viewer', class: 'foreign content', surface, level, seconds, detail: 'Its picture and sound is the subject’s.' };
    }).filter(({ subject }) => subject !== null),
    ...recording.surfaces.map(([surface, level]): Finding => {
      return { ...recording.base, promise: 'no-replay-without-a-consultation-of-ones-own', class: 'listed without a consultation', surface, level, seconds: 0, detail: 'No consultation of the viewer’s can have caused it: they had joined no call.' };
    }),
  ]); // prettier-ignore
  const groups = new FindingGroups();
  const exposure = new ExposureCount();
  for (const finding of findings) {
    groups.add(finding);
    exposure.add(finding);
  }
  const found = (promise: Finding['promise']) =>
    findings.filter((finding) => finding.promise === promise).length;
  return verdictsWith({
    promises: promisesWith({
      'every-replay-belongs-to-its-viewer': {
        verdict: 'violated',
        findings: found('every-replay-belongs-to-its-viewer'),
      },
      'no-replay-without-a-consultation-of-ones-own': {
        verdict: 'violated',
        findings: found('no-replay-without-a-consultation-of-ones-own'),
      },
    }),
    exposure: exposure.total(),
    findings: groups.groups(),
    visibility: [juneMatrix(), cleanMatrix(0)],
    cohortsWithFindings: 1,
  });
}

function recordings() {
  const june = cohorts[cohort];
  if (june === undefined) throw new Error('The plan has no cohort of June.');
  const subjects = june.consultations.filter(({ takes }) => takes.length === 2).slice(0, 50);
  const viewer = june.patients[0]?.number ?? 0;
  return [...subjects, null, null].map((one, index) => {
    const subject = one?.patient ?? null;
    const edge = edgeKind(june, viewer, subject);
    const item = `5b1f6c2e-9d40-4c1a-8a55-${String(index).padStart(12, '0')}`;
    const consultation = one?.consultation ?? null;
    const base = { edge, viewer, subject, consultation, item, cohort, at: 5200 + 31 * index, line: 1412 + index }; // prettier-ignore
    const level = subject === null ? 'delivered' : 'content seen';
    const seconds = subject === null ? 0 : 2 + (index % 3) * 0.5;
    const surfaces = [
      ['replay-list', 'listed', 0],
      ['replay-detail', 'listed', 0],
      ['media', level, seconds],
      ['thumbnail', level, 0],
    ] as const;
    return { base, surfaces };
  });
}

function juneMatrix() {
  const matrix = cleanMatrix(cohort);
  const shown = new Set(recordings().map(({ base }) => base.subject));
  const first = matrix.columns.map(({ owner }): VisibilityCell =>
    shown.has(owner) ? 'content seen' : 'hidden',
  );
  return {
    ...matrix,
    cells: [first, ...matrix.cells.slice(1)],
    withoutConsultation: [2, ...matrix.withoutConsultation.slice(1)],
  };
}
