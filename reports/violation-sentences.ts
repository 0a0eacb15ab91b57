import type { Exposure } from '../src/judge/exposure.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { counted, duration, figure } from './counted.ts';
import { findingsOf, peopleIn } from './people-in-groups.ts';

/** What was violated, worst first: recordings shown to others, wrong identity, text, mixtures, one's own missing. */
export function violationSentences(verdicts: RunVerdicts): string[] {
  const exposed = verdicts.exposure.listed.recordings > 0;
  const others = [
    ...taken(verdicts),
    ...intrusions(verdicts),
    ...responses(verdicts),
    ...ids(verdicts),
    ...counts(verdicts),
    ...(exposed ? [] : mixtures(verdicts)),
    ...missing(verdicts),
  ];
  if (exposed) return [...exposure(verdicts), ...others];
  const isConfidential = verdicts.promises.every(
    ({ guards, verdict }) => guards !== 'confidentiality' || verdict === 'upheld',
  );
  const told = others.length > 0 ? others : ['A promise was broken.'];
  return isConfidential ? ['No one was shown a recording that was not theirs.', ...told] : told;
}

function exposure(verdicts: RunVerdicts): string[] {
  const { listed, withoutConsultation } = verdicts.exposure;
  const shown = `${counted(listed.viewers, 'patient')} ${listed.viewers === 1 ? 'was' : 'were'} ${how(verdicts)} ${counted(listed.recordings, 'recording')}`;
  const subjects = counted(listed.subjects, 'other patient');
  const empty = withoutConsultation.recordings;
  const owned = listed.recordings - empty;
  const foreign = `that ${listed.recordings === 1 ? 'was' : 'were'} not theirs`;
  if (empty === 0) return [`${shown} of ${subjects}.`, howFar(verdicts.exposure)];
  if (owned === 0)
    return [
      `${shown} ${foreign}; no consultation could be recognised in ${empty === 1 ? 'it' : 'any of them'}.`,
      howFar(verdicts.exposure),
    ];
  return [
    `${shown} ${foreign}: ${figure(owned)} belonged to ${subjects}, in ${figure(empty)} no consultation could be recognised.`,
    howFar(verdicts.exposure),
  ];
}

function how({ findings }: RunVerdicts): string {
  const classes = new Set(findings.map(({ worst }) => worst.class));
  const probed = classes.has('served to a stranger');
  const looked = classes.has('foreign content') || classes.has('listed without a consultation');
  if (probed && looked) return 'shown, or given on asking for them,';
  return probed ? 'given, on asking by id or link,' : 'shown';
}

function howFar({ listed, reachable, delivered, seconds, ...rest }: Exposure): string {
  const seen = rest['content seen'].recordings;
  const of = (count: number) =>
    listed.recordings === 1
      ? 'It'
      : count === listed.recordings
        ? 'All of them'
        : `${figure(count)} of them`;
  const length = seconds > 0 ? `, ${duration(seconds)} in all` : '';
  if (seen > 0) return `${of(seen)} showed or played another patient’s picture or sound${length}.`;
  if (delivered.recordings > 0)
    return `${of(delivered.recordings)} could be opened, and nobody’s picture or sound was recognised.`;
  if (reachable.recordings > 0)
    return `${of(reachable.recordings)} could be reached by a link that gave no content.`;
  return listed.recordings === 1
    ? 'Its content reached no one.'
    : 'The content of none of them reached anyone.';
}

function taken(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, ['signed in as somebody else']);
  return groups.length === 0
    ? []
    : [`The product took ${peopleIn(groups)} for somebody else than the one who had signed in.`];
}

function intrusions(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, ['let into another’s call']);
  if (groups.length === 0) return [];
  const verb = peopleIn(groups).endsWith(' patient') ? 'was' : 'were';
  return [capital(`${peopleIn(groups)} ${verb} let into another patient’s call while it went on, or could switch or end it.`)]; // prettier-ignore
}

function responses(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, [
    'foreign canary in a response',
    'foreign identity in a response',
  ]);
  if (groups.length === 0) return [];
  const verb = peopleIn(groups).endsWith(' patient') ? 'was' : 'were';
  return [capital(`${peopleIn(groups)} ${verb} sent another patient’s text or address in a response of the server.`)]; // prettier-ignore
}

function ids(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, ['foreign object in a response']);
  if (groups.length === 0) return [];
  const verb = peopleIn(groups).endsWith(' patient') ? 'was' : 'were';
  return [capital(`${peopleIn(groups)} ${verb} sent the id of another patient’s appointment, replay or session in a response of the server.`)]; // prettier-ignore
}

function counts(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, ['counted without being shown']);
  if (groups.length === 0) return [];
  const verb = peopleIn(groups).endsWith(' patient') ? 'was' : 'were';
  return [capital(`${peopleIn(groups)} ${verb} told of more recordings than they were shown: a count is not theirs alone, or a list is not whole.`)]; // prettier-ignore
}

function mixtures(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, [
    'content differs from claim',
    'several consultations in one recording',
  ]);
  return groups.length === 0
    ? []
    : [`${capital(peopleIn(groups))} met a recording whose content is not what its title says, or that mixes consultations.`]; // prettier-ignore
}

function missing(verdicts: RunVerdicts): string[] {
  const groups = findingsOf(verdicts, ['own replay missing', 'own replay incomplete']);
  return groups.length === 0
    ? []
    : [`${capital(peopleIn(groups))} did not find all of their own recordings, whole.`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
