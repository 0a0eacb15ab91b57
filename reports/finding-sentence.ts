import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import type { Patient } from '../src/model/patient.ts';
import { duration } from './counted.ts';
import { personName } from './person-name.ts';
import { surfaceWords } from './surface-words.ts';

export type ReportedFinding = RunVerdicts['findings'][number]['worst'];

const relations: Readonly<Record<string, string>> = {
  'next in line at the same clinician': 'They were next in line at the same clinician.',
  'same clinician': 'They had the same clinician.',
  'same start': 'Their calls started at the same time.',
  'confusable identity': 'Their names or addresses are easy to confuse.',
  'same cohort': 'They were in the same cohort.',
  'another cohort': 'They were in different cohorts.',
};

/** One finding in words: who was shown whose data, where, how far it got, and how the two are related. */
export function findingSentence(
  people: ReadonlyMap<number, Patient>,
  finding: ReportedFinding,
): string {
  return [`${happening(people, finding)}.`, reach(finding), relations[finding.edge] ?? '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function happening(people: ReadonlyMap<number, Patient>, finding: ReportedFinding): string {
  const { viewer, subject, consultation, class: kind } = finding;
  const who = personName(people, viewer);
  const whose =
    subject === null ? null : subject === viewer ? 'their own' : personName(people, subject);
  const where = surfaceWords(finding.surface);
  const which = consultation === null ? 'a consultation' : `consultation ${consultation}`;
  const own = which.replace(/^a /, '');
  const recording = whose === null ? 'a recording' : `the recording of ${which} of ${whose}`;
  switch (kind) {
    case 'foreign content':
      return whose === null
        ? `${who} was shown a recording on ${where} that holds content of nobody in this run`
        : `${who} was shown ${recording} on ${where}`;
    case 'listed without a consultation':
      return `${who} was shown ${recording} on ${where}`;
    case 'counted without being shown':
      return `${who} was told on ${where} of more recordings than they were shown`;
    case 'served to a stranger':
      return `${who} asked for ${recording} through ${where} and was given it`;
    case 'let into another’s call':
      return `${who} was let into ${which} of ${whose ?? 'somebody unknown'} while it went on`;
    case 'own replay missing':
      return `${who} did not find the recording of their own ${own} on ${where}`;
    case 'own replay incomplete':
      return `${who} did not find the recording of their own ${own} whole on ${where}`;
    case 'content differs from claim':
      return `${who} met ${subject === viewer ? `a recording of their own ${own}` : recording} on ${where}, and its title claims something else`;
    case 'several consultations in one recording':
      return `${who} met a recording, on ${where} among other places, that mixes consultations, one of them ${which} of ${subject === viewer ? 'their own' : (whose ?? 'somebody unknown')}`;
    case 'picture and sound of different consultations':
      return `${who} met a recording on ${where} in which one consultation is seen while another is heard, one of them ${which} of ${subject === viewer ? 'their own' : (whose ?? 'somebody unknown')}`;
    case 'part of an interrupted call elsewhere':
      return `${who} met on ${where} a part of the interrupted ${which} of ${whose ?? 'somebody unknown'} in a recording where it does not belong`;
    case 'recorded without consent':
      return `${who} met on ${where} what was never to be recorded of ${which} of ${whose ?? 'somebody unknown'}`;
    case 'signed in as somebody else':
      return `${who} was taken for ${whose ?? 'somebody whom the plan does not know'} on ${where}`;
    case 'foreign canary in a response':
      return `${who} was sent text of ${whose ?? 'nobody in this run'} in ${where}`;
    case 'foreign identity in a response':
      return `${who} was sent the e-mail address of ${whose ?? 'somebody else'} in ${where}`;
    case 'foreign object in a response':
      return `${who} was sent the id of an appointment, a replay or a session of ${whose ?? 'somebody else'} in ${where}`;
    default:
      return `${who}: ${kind} on ${where}${whose === null ? '' : `, of ${whose}`}`;
  }
}

function reach({ level, seconds, surface }: ReportedFinding): string {
  if (level === null || surface === 'response' || surface === 'call') return '';
  const heard = seconds > 0 ? `, ${duration(seconds)} of it` : '';
  return `It got as far as “${level}”${heard}.`;
}
