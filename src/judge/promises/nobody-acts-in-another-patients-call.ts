import type { EntryOf } from '../../history/history.ts';
import type { PlannedCallProbe } from '../../plan/plan.ts';
import type { CohortRecord } from '../cohort-record.ts';
import { edgeKind } from '../edge-kind.ts';
import type { Finding, Shortfall } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';

const id = 'nobody-acts-in-another-patients-call';

const elsewhere =
  'Strangers try calls where a product is asked over its API, and this run does not do so.';

/**
 * A call is joined, switched and ended by its own patient alone. That a stranger was refused proves something only when the
 * patient had booked it, or was in it, did the same thing in their call, and hung up after.
 */
export const nobodyActsInAnotherPatientsCall: ProductPromise = {
  id,
  sentence: 'Nobody joins, switches or ends another patient’s call.',
  guards: 'confidentiality',
  watch(record) {
    const planned = record.plan.checks.filter((check) => check.kind === 'call-probe');
    const tried = new Map<string, CallProbe>();
    const reasons = new Map<string, string>();
    const done: { readonly entry: CallProbe; readonly line: number }[] = [];
    return {
      see(entry, line) {
        if (entry.type === 'shortfall' && entry.check !== undefined)
          reasons.set(entry.check, entry.reason);
        if (entry.type !== 'call-probe') return;
        tried.set(entry.check, entry);
        // Whatever was planned and however often it was tried: done is done.
        if (entry.outcome === 'done') done.push({ entry, line });
      },
      conclude() {
        const findings = done
          .filter(({ entry }) => !wentOnAllTheSame(record, entry))
          .map(({ entry, line }) => letIn(record, entry, line));
        if (!record.holdsCalls && tried.size === 0)
          return { ...nothing, nothingToJudge: record.absentCalls };
        if (record.plan.tier !== 'api' && planned.length + tried.size === 0)
          return { ...nothing, nothingToJudge: elsewhere };
        const shortfalls = planned.flatMap((probe): Shortfall[] => {
          const entry = tried.get(probe.check);
          const reason =
            entry === undefined
              ? (reasons.get(probe.check) ?? 'nobody tried the call as planned')
              : doubtAbout(record, probe, entry);
          return reason === undefined
            ? []
            : [{ promise: id, cohort: record.plan.cohort, viewer: probe.viewer, surface: null, reason }]; // prettier-ignore
        });
        return {
          findings,
          planned: planned.length,
          concluded: planned.length - shortfalls.length,
          shortfalls,
        };
      },
    };
  },
};

type CallProbe = EntryOf<'call-probe'>;

const nothing = { findings: [], shortfalls: [], planned: 0, concluded: 0 };

/** Why an attempt proves nothing; undefined where it does, or where it succeeded, which proves enough. */
function doubtAbout(
  record: CohortRecord,
  planned: PlannedCallProbe,
  entry: CallProbe,
): string | undefined {
  const { viewer, owner, consultation, verb, outcome, signedIn, responses, reason } = entry;
  if (outcome === 'done' && !wentOnAllTheSame(record, entry)) return undefined;
  const isPlanned =
    viewer === planned.viewer &&
    owner === planned.owner &&
    consultation === planned.consultation &&
    verb === planned.verb;
  if (!isPlanned) return 'the attempt was not the planned one';
  if (outcome === 'indeterminate')
    return reason ?? 'whether the stranger was let into the call is not known';
  if (responses === 0) return 'no answer of the target stands behind the refusal';
  if (signedIn.before !== viewer || signedIn.after !== viewer)
    return 'the one who tried was not signed in as themselves';
  const joined = record.act('join', owner, consultation);
  const booked = record.act('book', owner, consultation);
  if (joined?.outcome !== 'done') return 'the patient was not let into their call either';
  const isEarly = joined.at >= entry.until;
  if (isEarly ? booked?.outcome !== 'done' || booked.until > entry.at : joined.until > entry.at)
    return 'there was no call of the patient’s when the stranger tried';
  const ended = record.act('hang-up', owner, consultation);
  if (ended?.outcome !== 'done' || ended.at < entry.until)
    return 'the patient did not end their call after the stranger tried';
  const own = record.act(verb, owner, consultation);
  if (own?.outcome !== 'done')
    return 'what the stranger was refused, the patient could not do either';
  return namesTheCall(own, entry)
    ? undefined
    : 'the stranger asked for it with none of the ids with which the patient did it: what a driver has to know of a call belongs to all its sessions, not to that of the patient who joined';
}

/** A refusal at an address of nobody's call says nothing. Where the patient's requests name nothing, there is nothing to name. */
function namesTheCall({ named: own = [] }: EntryOf<'act'>, { named = [] }: CallProbe): boolean {
  return own.length === 0 || own.some((digest) => named.includes(digest));
}

/**
 * Whether a call that a stranger is said to have ended went on: its patient spoke and hung up after that. A product may
 * answer whoever ends what is not theirs as if it were done, and do nothing.
 */
function wentOnAllTheSame(record: CohortRecord, entry: CallProbe): boolean {
  const { owner, consultation, verb, until } = entry;
  if (verb !== 'hang-up') return false;
  const takes = record
    .consultationsOf(owner)
    .filter((one) => one.consultation === consultation)
    .flatMap((one) => one.takes);
  const isDoneLater = (later: EntryOf<'act'> | undefined) =>
    later?.outcome === 'done' && later.at >= until;
  return (
    takes.some(({ take }) => isDoneLater(record.act('publish', owner, consultation, take))) &&
    isDoneLater(record.act('hang-up', owner, consultation))
  );
}

function letIn(record: CohortRecord, entry: CallProbe, line: number): Finding {
  const { viewer, owner, consultation, verb, at } = entry;
  return {
    promise: id,
    class: 'let into another’s call',
    surface: 'call',
    edge: edgeKind(record.plan, viewer, owner),
    viewer,
    subject: owner,
    consultation,
    item: null,
    level: 'reachable',
    seconds: 0,
    at,
    cohort: record.plan.cohort,
    line,
    detail: `Asked by a stranger to ${wordsOf[verb]}, the target did so.`,
  };
}

const wordsOf: Readonly<Record<PlannedCallProbe['verb'], string>> = {
  join: 'let them join the call',
  'switch-to-video': 'switch the call to video',
  'hang-up': 'end the call',
};
