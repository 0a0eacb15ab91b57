import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNames, profiles } from '../configuration/profiles.ts';
import { firstSlot, slotLength } from '../plan/attendance.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { PlannedAct, PlannedCohort } from '../plan/plan.ts';
import { plannedCohortSchema, planHeaderSchema, switchVerbs } from '../plan/plan.ts';
import { cohortsOf } from '../plan/testing/shaped-batch.ts';

const seeds = ['20200609', 'another', 'a third'];
const planned = new Map(
  profileNames.map((name) => [
    name,
    seeds.flatMap((seed) => cohortsOf(seed, profiles[name].suites)),
  ]),
);

/** A call of the day as the moments perform it. */
interface Performed {
  readonly patient: number;
  readonly joins: number;
  readonly hangsUp: number;
  readonly isSwitched: boolean;
}

function callsOf({ moments }: PlannedCohort): Performed[] {
  const at = (verb: string, patient: number, consultation: number) =>
    moments.findIndex(({ acts }) =>
      acts.some(
        (act) =>
          act.verb === verb &&
          'consultation' in act &&
          act.patient === patient &&
          act.consultation === consultation,
      ),
    );
  return moments.flatMap(({ acts, atMinute }, joins) =>
    acts.flatMap((act): Performed[] =>
      act.verb === 'join' && atMinute > 0
        ? [
            {
              patient: act.patient,
              joins,
              hangsUp: at('hang-up', act.patient, act.consultation),
              isSwitched: switchVerbs.some((verb) => at(verb, act.patient, act.consultation) >= 0),
            },
          ]
        : [],
    ),
  );
}

function overlapsAnother(one: Performed, calls: readonly Performed[]): boolean {
  return calls.some(
    (other) =>
      other.patient !== one.patient && other.joins < one.hangsUp && one.joins < other.hangsUp,
  );
}

for (const [name, cohorts] of planned) {
  test(`no clinician is booked twice at a time: ${name}`, () => {
    for (const { cohort, consultations, clinicians } of cohorts) {
      const slots = consultations.map(({ clinician, startsAtMinute }) => {
        assert.ok(clinician < clinicians);
        return `${clinician} at ${startsAtMinute}`;
      });
      assert.equal(new Set(slots).size, slots.length, `cohort ${cohort}`);
      for (const one of consultations)
        for (const other of consultations)
          if (one !== other && one.clinician === other.clinician)
            assert.ok(Math.abs(one.startsAtMinute - other.startsAtMinute) >= slotLength);
    }
  });

  test(`nobody is in two places at a time: ${name}`, () => {
    for (const { consultations } of cohorts) {
      const starts = consultations.map((one) => `${one.patient} at ${one.startsAtMinute}`);
      assert.equal(new Set(starts).size, starts.length);
    }
  });

  test(`every act is of something that is there, after what it needs: ${name}`, () => {
    for (const plan of cohorts) followActs(plan);
  });

  test(`every call of the day overlaps another: ${name}`, () => {
    for (const plan of cohorts) {
      const calls = callsOf(plan);
      for (const call of calls)
        assert.ok(overlapsAnother(call, calls), `cohort ${plan.cohort}, patient ${call.patient}`);
    }
  });

  test(`checks have names of their own and look at patients who are there: ${name}`, () => {
    const all = cohorts.slice(0, cohorts.length / seeds.length).flatMap(({ checks }) => checks);
    assert.equal(new Set(all.map(({ check }) => check)).size, all.length);
    for (const { checks, patients } of cohorts)
      for (const { viewer } of checks) assert.ok(patients.some(({ number }) => number === viewer));
  });

  test(`every check during the calls is performed once, and nobody probes themselves: ${name}`, () => {
    for (const { checks, moments } of cohorts) {
      const performed = moments.flatMap(({ acts }) =>
        acts.flatMap((act) => (act.verb === 'look' ? [act.check] : [])),
      );
      const during = checks
        .filter((check) => check.kind === 'call-probe' || check.phase === 'overlap')
        .map(({ check }) => check);
      assert.deepEqual(performed.toSorted(), during.toSorted());
      for (const check of checks)
        if (check.kind === 'probe' || check.kind === 'call-probe')
          assert.notEqual(check.viewer, check.owner);
    }
  });

  test(`a probe asks for a consultation that the plan gives its owner: ${name}`, () => {
    const attended = new Set(
      cohorts.flatMap(({ consultations }) =>
        consultations
          .filter(({ takes }) => takes.length > 0)
          .map(({ patient, consultation }) => `${patient}/${consultation}`),
      ),
    );
    for (const { checks } of cohorts)
      for (const check of checks)
        if (check.kind === 'probe')
          assert.ok(attended.has(`${check.owner}/${check.consultation}`), check.check);
  });

  test(`takes count from 1 for each patient, over all their consultations: ${name}`, () => {
    for (const { consultations, patients } of cohorts)
      for (const { number } of patients) {
        const own = consultations.filter(({ patient }) => patient === number);
        const takes = own.flatMap((one) => one.takes.map(({ take }) => take));
        assert.deepEqual(
          takes,
          takes.map((_, index) => index + 1),
        );
        assert.deepEqual(
          own.map(({ consultation }) => consultation),
          own.map((_, index) => index + 1),
        );
      }
  });

  test(`time goes on from moment to moment: ${name}`, () => {
    for (const { moments } of cohorts)
      for (const [index, { atMinute }] of moments.entries())
        assert.ok(index === 0 || atMinute > (moments[index - 1]?.atMinute ?? 0));
  });

  test(`the nemesis is the same for all cohorts of a batch: ${name}`, () => {
    const batches = Map.groupBy(
      cohorts.slice(0, cohorts.length / seeds.length),
      ({ batch }) => batch,
    );
    for (const [batch, own] of batches) {
      const verbs = own.map(({ moments }) => moments.flatMap(({ nemesis }) => nemesis).join());
      assert.equal(new Set(verbs).size, 1, batch);
      assert.notEqual(verbs[0], '', batch);
    }
  });
}

for (const name of profileNames)
  test(`every part of a plan of the profile ${name} is of its format`, () => {
    const plan = makePlan('seed', name, profiles[name].suites);
    planHeaderSchema.parse(plan.header);
    const cohorts = [...plan.cohorts()];
    for (const cohort of cohorts) assert.deepEqual(plannedCohortSchema.parse(cohort), cohort);
    const numbers = plan.header.batches.flatMap((batch) => batch.cohorts);
    assert.deepEqual(
      cohorts.map(({ cohort }) => cohort),
      numbers,
    );
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index),
    );
    const names = plan.header.batches.map(({ batch }) => batch);
    assert.equal(new Set(names).size, names.length);
  });

for (const name of ['trial', 'smoke', 'merge', 'release'] as const)
  test(`somebody joins their call when the clinician’s next patient joins theirs: ${name}`, () => {
    const late = cohortsOf('20200609', profiles[name].suites).flatMap((plan) => {
      const joined = callsOf(plan).map(({ patient, joins }) => ({
        joins,
        booked: plan.consultations.find(
          (one) => one.patient === patient && one.startsAtMinute >= firstSlot,
        ),
      }));
      return joined.filter(({ joins, booked }) =>
        joined.some(
          (other) =>
            other.joins === joins &&
            other.booked?.clinician === booked?.clinician &&
            other.booked?.startsAtMinute === (booked?.startsAtMinute ?? 0) + slotLength,
        ),
      );
    });
    assert.ok(late.length > 0);
  });

test('nine of ten patients of the merge gate switch in a call that overlaps another', () => {
  const cohorts = cohortsOf('20200609', profiles.merge.suites);
  const patients = cohorts.reduce((sum, cohort) => sum + cohort.patients.length, 0);
  const overlapping = cohorts.reduce((sum, plan) => {
    const calls = callsOf(plan);
    return sum + calls.filter((call) => call.isSwitched && overlapsAnother(call, calls)).length;
  }, 0);
  assert.ok(overlapping / patients >= 0.9, `${overlapping} of ${patients}`);
});

test('what was held back by the nemesis is let go before the end', () => {
  for (const { moments } of [...planned.values()].flat()) {
    const verbs = moments.flatMap(({ nemesis }) => nemesis);
    const held = verbs.indexOf('hold-webhooks');
    if (held < 0) continue;
    assert.ok(verbs.slice(held).some((verb) => verb.startsWith('release-webhooks')));
  }
});

/** Follows one cohort's moments and asserts that each act is possible when its turn comes. */
function followActs({ moments, patients, consultations, checks }: PlannedCohort): void {
  const known = new Set(patients.map(({ number }) => number));
  const state = new Map<string, string[]>();
  const before = (key: string) => state.get(key) ?? [];
  const note = (key: string, verb: string) => state.set(key, [...before(key), verb]);
  const published: string[] = [];
  for (const { acts } of moments)
    for (const act of acts) {
      if (act.verb === 'look') {
        const look = checks.find(({ check }) => check === act.check);
        assert.ok(look && before(String(look.viewer)).includes('sign-in'), act.check);
        continue;
      }
      assert.ok(known.has(act.patient));
      const history = before(String(act.patient));
      if (act.verb === 'register') assert.deepEqual(history, []);
      else assert.ok(history.includes('register'), JSON.stringify(act));
      if (act.verb === 'register' || act.verb === 'sign-in') {
        note(String(act.patient), act.verb);
        continue;
      }
      assert.ok(history.includes('sign-in'), JSON.stringify(act));
      const isSaidAside =
        act.verb === 'hold-up' || (act.verb === 'publish' && !mayBeRecorded(consultations, act));
      if (!isSaidAside) followCall(act, before(`${act.patient}/${act.consultation}`));
      note(`${act.patient}/${act.consultation}`, act.verb);
      if (act.verb === 'publish') published.push(`${act.patient}/${act.consultation}/${act.take}`);
    }
  const due = consultations.flatMap(({ patient, consultation, takes }) =>
    takes.map(({ take }) => `${patient}/${consultation}/${take}`),
  );
  assert.deepEqual(published.toSorted(), due.toSorted());
  for (const { patient, consultation, takes } of consultations) {
    const call = before(`${patient}/${consultation}`);
    assert.equal(call[0], 'book');
    assert.equal(call.includes('hang-up'), takes.length > 0);
  }
}

type CallAct = Extract<PlannedAct, { consultation: number }>;

/** What has to have happened in a call before this act, and what must not have. */
function followCall({ verb }: CallAct, before: readonly string[]): void {
  assert.equal(before.includes('hang-up'), verb === 'release-uploads', `${verb} after the call`);
  if (verb === 'release-uploads') assert.ok(before.includes('hold-uploads'));
  if (verb === 'book') assert.deepEqual(before, []);
  else assert.equal(before[0], 'book', `${verb} without an appointment`);
  if (verb === 'join') assert.ok(!before.includes('join'));
  if (verb !== 'book' && verb !== 'join') assert.ok(before.includes('join'), `${verb} outside`);
  if (verb === 'switch-to-video' || verb === 'switch-together') {
    assert.ok(before.includes('publish'), 'a switch before anything was said');
    const modes = before.filter((done) => done.startsWith('switch-'));
    assert.ok(modes.length === 0 || modes.at(-1) === 'switch-to-audio');
  }
}

/** What a live call’s patient says while they wait, and when it is over, belongs to no recording. */
function mayBeRecorded(
  consultations: PlannedCohort['consultations'],
  { patient, take }: { readonly patient: number; readonly take: number },
): boolean {
  return consultations.some(
    (one) =>
      one.patient === patient && one.takes.some((own) => own.take === take && own.mayBeRecorded),
  );
}
