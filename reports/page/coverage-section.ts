import type { Coverage } from '../../src/judge/coverage.ts';
import { whyNoRecordings } from '../../src/judge/coverage.ts';
import { counted, duration, figure } from '../counted.ts';
import { olderSentence } from '../older-sentence.ts';
import type { ReportInput } from '../report-input.ts';
import { surfaceWords } from '../surface-words.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { limits } from './limits.ts';
import { partlyReadReplays } from './partly-read-replays.ts';
import { section } from './section.ts';
import { table } from './table.ts';

/** What the run really covered, measured in its histories, and what lies beyond it. */
export function coverageSection({ verdicts }: ReportInput): Html {
  const { coverage } = verdicts;
  return section(
    'coverage',
    'Coverage and its limits',
    html`${table(
      'Looks and probes',
      [
        { title: 'Where' },
        { title: 'Planned', isFigure: true },
        { title: 'Concluded', isFigure: true },
        { title: 'Remark' },
      ],
      [...looks(coverage), ...handedDevices(coverage), probes(coverage), ...callProbes(coverage)],
    )}
    ${table(
      'What happened in the run',
      [{ title: 'Measure' }, { title: 'Count', isFigure: true }, { title: 'Remark' }],
      happened(coverage),
    )}
    ${partlyReadReplays(coverage)} ${nemesis(coverage)} ${limits(verdicts)}`,
  );
}

function looks({ looks: counts, absentSurfaces }: Coverage): (readonly string[])[] {
  const surfaces = [...new Set([...Object.keys(counts), ...Object.keys(absentSurfaces)])];
  return surfaces.map((surface) => {
    const { planned, concluded } = counts[surface] ?? { planned: 0, concluded: 0 };
    const absent = absentSurfaces[surface];
    return [
      `Looks at ${surfaceWords(surface)}`,
      figure(planned),
      figure(concluded),
      absent === undefined ? remark(planned, concluded) : `The target does not have it: ${absent}`,
    ];
  });
}

function handedDevices({
  handedDevices: { planned, concluded },
  absentSignOut,
}: Coverage): (readonly string[])[] {
  const why = absentSignOut === null ? remark(planned, concluded) : `No device was handed on: ${absentSignOut}`; // prettier-ignore
  const row = ['Looks on devices that others had signed out of', figure(planned), figure(concluded), why]; // prettier-ignore
  return planned === 0 ? [] : [row];
}

function probes({ probes: { planned, concluded } }: Coverage): readonly string[] {
  return ['Probes for others’ recordings', figure(planned), figure(concluded), remark(planned, concluded)]; // prettier-ignore
}

function callProbes({ callProbes: { planned, concluded } }: Coverage): (readonly string[])[] {
  const row = ['Attempts at others’ running calls', figure(planned), figure(concluded), remark(planned, concluded)]; // prettier-ignore
  return planned === 0 ? [] : [row];
}

/** What else there is, beyond the standard surfaces, is opened only where the driver knows of it. */
function elsewhere({ visits: { answered, askedOfOthers } }: Coverage): readonly string[] {
  const opened =
    answered === 0
      ? 'The driver opens no other pages of the target'
      : 'Pages beyond those of replays, opened by patients and scanned';
  return [
    'Visits to other pages',
    figure(answered),
    `${opened}; ${counted(askedOfOthers, 'address', 'addresses')} of other patients asked for, signed in as somebody else and as nobody`,
  ];
}

function remark(planned: number, concluded: number): string {
  return concluded >= planned ? '' : `${figure(planned - concluded)} not concluded`;
}

function happened(coverage: Coverage): (readonly string[])[] {
  const { calls, barriers, media, replays } = coverage;
  return [
    ['Patients', figure(coverage.patients), `${counted(coverage.patientsObserved, 'patient')} observed as themselves, in ${counted(coverage.cohorts, 'cohort')}`],
    ...(coverage.absentRegistration === null ? [] : [['Accounts given out', figure(coverage.accountsGivenOut), `They existed before the run, as nobody can register: ${coverage.absentRegistration}`]]),
    ['Patients read in the browser', figure(coverage.patientsInBrowser), ''],
    ['Patients with overlap', figure(coverage.patientsOverlapping), coverage.absentCalls === null ? 'their call switched to video and overlapped another one; they were shown something of their own, and others’ was asked for' : `The target holds no calls: ${coverage.absentCalls}`],
    ['Calls completed', figure(calls.completed), `${figure(calls.switched)} of them switched from audio to video, ${figure(calls.live)} live in a browser`],
    ...(coverage.absentMute === null ? [] : [['Patients who muted themselves', figure(0), `Nobody can in a live call, so they kept silent: ${coverage.absentMute}`]]),
    ['Simultaneous starts', figure(barriers.count), barriers.count === 0 ? '' : `${figure(barriers.within100Ms)} within 100 ms; widest spread ${figure(barriers.worstSpreadMs)} ms`],
    ...(coverage.absentClaims === null ? [] : [['Replays that name an appointment', '0', `What a replay claims to be was not held to its content: ${coverage.absentClaims}`]]),
    ['Media read', duration(media.readSeconds), mediaRemark(coverage)],
    ['Replays opened', figure(replays.whole + replays.inPart), replays.inPart === 0 ? 'each time from beginning to end' : `${figure(replays.inPart)} not read whole`],
    ...(coverage.older.replays === 0 ? [] : [['Older replays', figure(coverage.older.replays), `Not judged: ${olderSentence(coverage)}`]]),
    elsewhere(coverage),
    ['Responses scanned', figure(coverage.responsesScanned), 'headers and bodies, for others’ canaries and addresses'],
  ]; // prettier-ignore
}

function mediaRemark(coverage: Coverage): string {
  const { media } = coverage;
  const reason = whyNoRecordings(coverage);
  if (reason !== undefined) return `The target shows no recordings: ${reason}`;
  if (media.readSeconds + media.unreadableSeconds === 0) return 'no picture and no sound came';
  return media.unreadableSeconds === 0
    ? 'picture and sound each; nothing unreadable'
    : `picture and sound each; ${figure(media.unreadableSeconds)} s could not be read`;
}

function nemesis({ nemesis: strikes }: Coverage): Html {
  const rows = Object.entries(strikes).map(([verb, { done, notDone }]) => [
    verb.replaceAll('-', ' '),
    figure(done),
    figure(notDone),
  ]);
  if (rows.length === 0)
    return html`<p>
      Nothing was disturbed on purpose: no late or repeated webhooks, dropped requests or restarts.
    </p>`;
  return html`${table(
    'Disturbances on purpose',
    [
      { title: 'Disturbance' },
      { title: 'Done', isFigure: true },
      { title: 'Not done', isFigure: true },
    ],
    rows,
  )}${
    Object.values(strikes).some(({ notDone }) => notDone > 0)
      ? html`<p class="quiet">
          Not done means that the target offers no control for it, that it failed, or that nobody
          was free to do it, as when every patient was in a call. No promise rests on it; each one’s
          reason stands in its history.
        </p>`
      : nothing
  }`;
}
