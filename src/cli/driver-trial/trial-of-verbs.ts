import type { EntryOf } from '../../history/history.ts';
import { callVerbs } from '../../plan/plan.ts';
import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

type Act = EntryOf<'act'>;

const verbsOfCalls: readonly string[] = callVerbs;

/** Tells of each planned verb, in the order in which patients come to it, what the product made of it. */
export function trialOfVerbs(acted: ActedTrial): TriedPart[] {
  const entries = acted.flatMap((cohort) => cohort.entries);
  const planned = acted
    .flatMap(({ plan }) => plan.moments.flatMap(({ acts }) => acts.map(({ verb }) => verb)))
    .filter((verb) => verb !== 'look');
  const start = entries.find((entry) => entry.type === 'start');
  const acts = entries.filter((entry) => entry.type === 'act');
  return [...Map.groupBy(planned, (verb) => verb)].map(([verb, { length }]) => {
    const absent = whyAbsent(start, verb);
    return absent === undefined
      ? triedVerb(
          verb,
          length,
          acts.filter((act) => act.verb === verb),
        )
      : { part: verb, state: 'missing', said: absent };
  });
}

/** Why the target has no place for an act; undefined where it has. */
function whyAbsent(start: EntryOf<'start'> | undefined, verb: string): string | undefined {
  if (verb === 'register') return start?.absentRegistration;
  if (verb === 'mute' || verb === 'unmute') return start?.absentMute ?? start?.absentCalls;
  return verbsOfCalls.includes(verb) ? start?.absentCalls : undefined;
}

function triedVerb(part: string, planned: number, acts: readonly Act[]): TriedPart {
  const done = acts.filter(({ outcome }) => outcome === 'done').length;
  const said = `done ${done} of ${planned} times`;
  if (done === planned) return { part, state: 'seen', said };
  const refused = acts.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined)
    return { part, state: 'blocked', said: `${said}: refused: ${because(refused)}` };
  const unclear = acts.find(({ outcome }) => outcome === 'indeterminate');
  const why =
    unclear === undefined ? 'an act before it failed' : `no clear answer: ${because(unclear)}`;
  return { part, state: 'unseen', said: `${said}: ${why}` };
}

function because({ reason }: Act): string {
  return reason ?? 'the driver gave no reason';
}
