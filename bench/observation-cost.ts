import { assembleCast } from '../fixtures/cast.ts';
import { cliniciansOf } from '../fixtures/clinicians-of.ts';
import { LiveStage } from '../fixtures/live-stage.ts';
import { Patience } from '../src/act/patience.ts';
import { performBatch } from '../src/act/perform-batch.ts';
import type { SuiteShape } from '../src/model/suite-shape.ts';
import type { SurfaceId } from '../src/model/surface.ts';
import { surfacesOf } from '../src/model/surface.ts';
import { HeardCount } from '../src/observe/heard-count.ts';
import { look } from '../src/observe/look.ts';
import type { LookEntry, Observer } from '../src/observe/observer.ts';
import { settle } from '../src/observe/settle.ts';
import { dayBegins } from '../src/plan/make-plan.ts';
import { planBatches } from '../src/plan/plan-batches.ts';
import { planCohort } from '../src/plan/plan-cohort.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import type { Measurement } from './measurement.ts';
import { cpuSecondsOfTree } from './observation-cost/cpu-seconds-of-tree.ts';
import type { LiveClinic } from './observation-cost/live-clinic.ts';
import { withLiveClinic } from './observation-cost/live-clinic.ts';
import type { StoredSession } from './observation-cost/play-by-hand.ts';
import { playByHand } from './observation-cost/play-by-hand.ts';

const shape: SuiteShape = {
  scenario: 'live-calls',
  tier: 'live',
  cohorts: 1,
  patients: 6,
  clinicians: 1,
  cohortsPerBatch: 1,
};

/** A patient who has replays, and how somebody who tests by hand gets at them. */
interface Viewer {
  readonly number: number;
  readonly session: StoredSession;
  readonly addresses: readonly string[];
}

/** What it costs to hold a call and to read what comes of it, beside a test written by hand that plays it to the end. */
export async function observationCost(): Promise<Measurement> {
  return await inTemporaryFolder((folder) => withLiveClinic(folder, measure));
}

async function measure(clinic: LiveClinic): Promise<Measurement> {
  const { run, target, browser } = clinic;
  const { driver } = target;
  const [batch] = planBatches([shape]);
  if (batch === undefined || driver.openClinician === undefined)
    throw new Error('The bench has no live calls to hold.');
  const plan = planCohort(run.settings.seed, batch, 0);
  const clock = () => performance.now();
  const record = () => undefined;
  const patience = new Patience(driver.capabilities.answerDeadlineMs);
  const { clinicians, addresses: driversAddresses } = await cliniciansOf(driver, [plan]);
  const live = new LiveStage(browser, driver.openClinician, patience);
  const overheard = () => ({ record, heard: new HeardCount(), clock });
  const calls = { clinicians, live };
  const cast = await assembleCast(run, driver, [plan], browser, overheard, calls, patience);
  const observer: Observer = { ...cast, driversAddresses, record, clock };
  const day = new Date(dayBegins);
  const stage = {
    run: run.settings.run,
    key: run.key,
    dayBegins: day,
    keepsPlannedTime: true,
    holdsCalls: true,
    mutes: true,
    clinicians: clinicians.get(plan.cohort) ?? [],
    clock,
  };
  const cost = async (work: () => Promise<unknown>): Promise<number> => await cpuOf(clinic, work);
  try {
    const acted = await cost(() =>
      performBatch({
        cohorts: [{ plan, stage, record }],
        participants: cast.participants,
        control: driver.control,
        dayBegins: day,
        look: () => Promise.resolve(),
      }),
    );
    const viewers: Viewer[] = [];
    for (const { number } of plan.patients) {
      const entry = await settledList(observer, number);
      if (entry.items.length > 0) viewers.push(await viewerOf(clinic, observer, entry));
    }
    const replays = viewers.reduce((sum, { addresses }) => sum + addresses.length, 0);
    const lookAt = (surface: SurfaceId) => async (): Promise<void> => {
      for (const { number } of viewers) {
        const { outcome, reason } = await look(observer, lookOf(number, surface));
        if (outcome !== 'seen') throw new Error(`A look at ${surface} failed: ${reason ?? ''}`);
      }
    };
    const file = await cost(lookAt('media'));
    const player = await cost(lookAt('player'));
    let rest = 0;
    for (const surface of surfacesOf('live'))
      if (surface !== 'media' && surface !== 'player') rest += await cost(lookAt(surface));
    let looks = 0;
    const byHand = await cost(async () => {
      for (const { session, addresses } of viewers)
        looks += await playByHand(browser, session, addresses);
    });
    const half = `at most ${(byHand / replays / 2).toFixed(2)} s, half of by hand`;
    const unit = 's of CPU';
    return {
      title: `What observing costs: ${plan.consultations.length} live calls, ${replays} replays of ${viewers.length} patients`,
      figures: [
        { what: 'a live call, booked, held and recorded', value: acted / shape.patients, unit },
        { what: 'a replay read from the file', value: file / replays, unit, aim: half },
        { what: 'a replay read from the player, its file known', value: player / replays, unit },
        { what: 'a replay played by hand', value: byHand / replays, unit },
        { what: 'a replay played by hand: looks at its picture', value: looks / replays },
        {
          what: 'a patient observed on every surface',
          value: (file + player + rest) / viewers.length,
          unit,
        },
        { what: 'a patient’s replays played by hand', value: byHand / viewers.length, unit },
      ],
    };
  } finally {
    await live.close();
    await cast.close();
  }
}

/** CPU seconds of this process and of the browser with all that it started. */
async function cpuOf(
  { browserProcess }: LiveClinic,
  work: () => Promise<unknown>,
): Promise<number> {
  const now = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000_000 + cpuSecondsOfTree(browserProcess);
  };
  const before = now();
  await work();
  return now() - before;
}

/** The patient's list when nothing in it is being worked on any more. */
async function settledList(observer: Observer, viewer: number): Promise<LookEntry> {
  const request = lookOf(viewer, 'replay-list');
  const isSettled = ({ outcome, items }: LookEntry) =>
    outcome === 'seen' && items.every(({ claim }) => claim.state !== 'processing');
  await settle(observer, request, isSettled, observer.clock() + 60_000);
  return await look(observer, request);
}

function lookOf(viewer: number, surface: SurfaceId) {
  return { check: `bench ${surface} ${viewer}`, viewer, surface, phase: 'settled' } as const;
}

/** Signs the patient in on a page, as a test written by hand does once, and keeps what that left. */
async function viewerOf(
  { target, browser }: LiveClinic,
  { participants }: Observer,
  { viewer, items }: LookEntry,
): Promise<Viewer> {
  const participant = participants.get(viewer);
  if (participant === undefined || target.url === undefined)
    throw new Error('A patient of the bench cannot sign in.');
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${target.url}/sign-in`);
    await page.locator('[name="email"]').fill(participant.email);
    await page.locator('[name="password"]').fill(participant.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
    await page.getByTestId('signed-in-as').waitFor();
    return {
      number: viewer,
      session: await context.storageState(),
      addresses: items.map(({ item }) => `${target.url}/replays/${item}`),
    };
  } finally {
    await context.close();
  }
}
