import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { figure } from '../counted.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** What this way of testing cannot see, as the README says it too. */
export const unseen: readonly (readonly [what: string, how: string])[] = [
  [
    'Parts of live calls.',
    'The product is not killed in a live call, and no clinician mutes themselves. A page in the background is one that says so and whose camera rests; its timers go on. A frozen picture passes for a moving one. Patients whose calls are not live publish their media to the video provider. What a live page plays while the call goes on is not read: its recordings are.',
  ],
  ['Short splices.', 'Less than about 1.5 s of sound or 0.5 s of picture can pass unseen.'],
  [
    'Other places.',
    'Replays on these surfaces: list, details, media link, thumbnail, error page, the replays page and the player in the browser. Other pages only where the driver’s browse opens them. Every response that a driver or a page receives, scripts and pictures included, is searched for canaries, identities (name, address, birth date, phone, NHS and membership number) and ids of others’ appointments, replays and sessions, and for nothing else. So is what comes over web sockets and endless answers, shared workers’ and WebTransport excepted. Pictures and media on pages are read for marks; one without is tolerated if another patient, or whoever asks, is given the very same.',
  ],
  [
    'Other roles.',
    'A patient is entitled to their own recordings and nothing else. Guardians, carers, clinicians, staff and shared links are not modelled yet.',
  ],
  [
    'Some codecs, on some machines.',
    'Picture with inter frames and sound as Opus need the optional package @napi-rs/webcodecs, which is there for Linux on x64. Without it they are reported as unread, and the verdict is inconclusive, never green.',
  ],
  [
    'Two in one.',
    'The loudest voice in each role’s band of a channel is read: a quieter one under it passes unseen. People beside each other in a picture are all read, in up to three columns and rows; whoever is too small or too blurred passes unseen beside somebody who is read.',
  ],
  [
    'Worn media.',
    'Noise suppression by a neural network takes most marks for noise. Such recordings are reported as unread, and the verdict is inconclusive, never green.',
  ],
  [
    'Time and sessions.',
    'Links after their expiry are not tried, nor old sessions after sign-out, nor media links where nobody is signed in. Some devices are handed on after sign-out, over the API and in the browser, where the driver writes signOut; in live calls none is. What a page keeps there and shows without asking the server is not read.',
  ],
  [
    'Calls.',
    'Strangers try to join, switch and end calls over the API, by the id of the appointment. On pages, and in live calls, they do not.',
  ],
  [
    'What was there before.',
    'Accounts that existed before the run may hold older replays. Those count only where something of this run is read in them.',
  ],
  [
    'Production.',
    'People and media are synthetic. Production’s data, configuration and load are not tested.',
  ],
  [
    'Later.',
    'What appears after each patient’s final look, and leaks outside the product such as backups, logs and e-mail.',
  ],
];

/** How much a clean run proves, and what this way of testing cannot see. */
export function limits(verdicts: RunVerdicts): Html {
  return html`<h3>How much this proves</h3>
    <p>${bound(verdicts)}</p>
    <h3>What this run cannot see</h3>
    <ul>
      ${unseen.map(([what, how]) => html`<li><strong>${what}</strong> ${how}</li>`)}
    </ul>`;
}

/** The rule of three: none in N independent trials puts the true rate below 3/N with 95 % confidence. */
function bound({ verdict, coverage }: RunVerdicts): string {
  const looks = Object.values(coverage.looks).reduce((sum, { concluded }) => sum + concluded, 0);
  const trials = looks + coverage.probes.concluded;
  if (verdict !== 'upheld' || trials === 0)
    return 'No bound is given: it would need a run in which every check concluded and nothing was found.';
  return `0 leaks in ${figure(trials)} looks and probes. Were each of them an independent trial, the true rate of leaks would lie below 3/${figure(trials)} (${percent(3 / trials)}) with 95 % confidence. Looks of one run share a build, a seed and a machine, so take it as the best case.`;
}

function percent(rate: number): string {
  return `${(Math.min(1, rate) * 100).toPrecision(2)} %`;
}
