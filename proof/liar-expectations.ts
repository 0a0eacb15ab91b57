import { fileURLToPath } from 'node:url';
import type { RunVerdict } from '../src/judge/verdict.ts';

/** A target that lies, or its honest twin, and what was written down for it beforehand. */
export interface ExpectedTarget {
  readonly module: string;
  readonly expected: RunVerdict;
  /** What whoever reads the end of the gate's output must find there. */
  readonly says: RegExp;
}

function expected(path: string, verdict: RunVerdict, says: RegExp): ExpectedTarget {
  return { module: fileURLToPath(new URL(path, import.meta.url)), expected: verdict, says };
}

function liar(name: string, verdict: Exclude<RunVerdict, 'upheld'>, says: RegExp): ExpectedTarget {
  return expected(`./liars/${name}.ts`, verdict, says);
}

/** What each target must be judged, and in what words; none but the honest ones may be upheld. */
export const expectedTargets: readonly ExpectedTarget[] = [
  expected('./targets/honest-product.ts', 'upheld', /No one could see, open or play/),
  expected('./targets/honest-product-in-parts.ts', 'upheld', /No one could see, open or play/),
  expected('./targets/honest-product-with-pages.ts', 'upheld', /No one could see, open or play/),
  expected(
    './targets/honest-product-that-refuses-with-200.ts',
    'upheld',
    /No one could see, open or play/,
  ),
  expected('./targets/honest-product-with-previews.ts', 'upheld', /No one could see, open or play/),

  // Staging systems as they are found.
  expected('./targets/honest-product-with-old-accounts.ts', 'upheld', /held before the run/),
  expected(
    './targets/honest-product-that-limits-requests.ts',
    'upheld',
    /No one could see, open or play/,
  ),
  liar('has-had-too-many-requests', 'inconclusive', /status 429/),
  liar('shows-old-accounts-each-others', 'violated', /shown|see|saw/),
  liar('shows-old-replays-to-others', 'violated', /without a consultation|nobody here booked/),
  liar(
    'leases-too-few-accounts',
    'broken',
    /at the driver and its environment, not at the product[\s\S]*The staging system has 10 accounts/,
  ),

  // Nobody gets far enough to see anything: the first obstacle has to be named.
  liar(
    'answers-404-to-everything',
    'inconclusive',
    /GET \/api\/clinicians answered with status 404/,
  ),
  liar(
    'is-not-there',
    'inconclusive',
    /environment.*\n?.*GET \/api\/clinicians got no answer.*ECONNREFUSED/,
  ),
  liar(
    'never-answers',
    'inconclusive',
    /GET \/api\/clinicians got no answer: none came within 1 s/,
  ),
  liar('answers-too-late', 'inconclusive', /got no answer: none came within 1 s/),
  liar('cannot-be-started', 'inconclusive', /The staging system has no address/),
  liar(
    'registers-nobody',
    'inconclusive',
    /nobody could register: POST \/api\/register answered with status 404/i,
  ),
  liar(
    'takes-no-bookings',
    'inconclusive',
    /nobody could book: POST \/api\/consultations answered with status 500/i,
  ),
  liar('forgets-who-is-signed-in', 'inconclusive', /answered with status 401/),

  // Everybody is served, and not with what is theirs.
  liar('shows-everyone-everything', 'violated', /patients were shown.* recordings of/),
  liar('gives-another-patients-session', 'violated', /took .*\d+ patients for somebody else/),
  liar('gives-everyone-the-first-session', 'violated', /took .*\d+ patients for somebody else/),
  liar('reads-addresses-without-their-dots', 'violated', /took .*patients? for somebody else/),
  liar('takes-addresses-for-the-same', 'violated', /took .*\d+ patients for somebody else/),
  liar('behaves-for-tools-only', 'violated', /patients were shown.* recordings of/),
  liar('leaks-only-during-calls', 'violated', /patients were shown.* recordings of/),
  liar('lets-strangers-join-calls', 'violated', /let into another patient’s call/),
  liar('ends-calls-for-strangers', 'violated', /let into another patient’s call/),
  liar(
    'shows-anothers-appointment-by-its-id',
    'violated',
    /sent another patient’s text or address/,
  ),
  liar('lists-all-appointments-during-calls', 'violated', /sent another patient’s text or address/),
  liar('shows-appointments-to-nobody', 'violated', /sent another patient’s text or address/),
  liar('signs-links-for-their-bearer-alone', 'violated', /given, on asking by id or link/),
  liar('leaves-answers-of-those-who-left', 'violated', /sent another patient’s text or address/),
  liar(
    'answers-all-who-ask-for-an-appointment-at-once',
    'violated',
    /sent another patient’s text or address/,
  ),
  liar('works-once-for-all-who-ask', 'violated', /given, on asking by id or link/),
  liar('keeps-lists-for-phones', 'violated', /were shown.* recordings of/),
  liar('keeps-lists-for-a-device', 'violated', /were shown.* recordings of/),
  liar('keeps-appointments-for-a-device', 'violated', /sent another patient’s text or address/),
  liar('takes-a-connection-for-its-user', 'violated', /took .*patients? for somebody else/),
  liar('keeps-what-a-page-showed', 'violated', /shown \d+ recordings? that were not theirs/),
  liar('counts-everybodys-replays', 'violated', /more recordings than they were shown/),
  liar('shows-details-to-nobody', 'violated', /refus/),
  liar('serves-strangers-during-calls', 'violated', /refus/),
  liar('leaks-before-it-hangs-up', 'violated', /sent another patient’s text or address/),
  liar('echoes-the-last-request', 'violated', /sent another patient’s text or address/),
  liar('plays-anothers-beside-the-list', 'violated', /sent another patient’s text or address/),
  liar('previews-anothers-words', 'violated', /sent another patient’s text or address/),
  liar('names-files-after-anothers-replay', 'violated', /sent the id of another patient’s/),
  liar('writes-anothers-address-into-a-file', 'violated', /sent another patient’s text or address/),
  liar('puts-anothers-session-into-an-error', 'violated', /sent the id of another patient’s/),
  liar('tells-anothers-page-over-a-socket', 'violated', /sent another patient’s text or address/),
  liar('tells-anothers-page-in-a-stream', 'violated', /sent another patient’s text or address/),
  liar('fills-later-pages-with-anothers', 'violated', /were shown.* recordings of/),
  liar('plays-the-same-for-everybody', 'violated', /another patient’s picture or sound/),
  liar(
    'plays-anothers-sound-under-a-still-picture',
    'violated',
    /another patient’s picture or sound/,
  ),
  liar('appends-anothers-recording', 'violated', /another patient’s picture or sound/),
  liar('puts-anothers-picture-beside-the-tracks', 'violated', /another patient’s picture or sound/),
  liar('lets-another-voice-into-one-channel', 'violated', /another patient’s picture or sound/),
  liar('shows-another-patient-beside', 'violated', /another patient’s picture or sound/),
  liar('plays-anothers-when-sought-forward', 'violated', /another patient’s picture or sound/),
  liar('refuses-strangers-the-beginning-alone', 'violated', /refus/),
  liar(
    'writes-anothers-picture-into-the-details',
    'violated',
    /sent another patient’s text or address/,
  ),
  liar('gives-anothers-around-a-probe', 'violated', /another patient’s picture or sound/),
  liar('forgets-whose-file-is-downloaded', 'violated', /another patient’s picture or sound/),
  liar('names-anothers-appointment', 'violated', /content is not what its title says/),

  // Nothing of others is shown, and not all of one's own.
  liar('shows-empty-lists', 'violated', /did not find all of their own recordings/),
  liar('loses-every-second-recording', 'violated', /did not find all of their own recordings/),
  liar('prepares-for-ever', 'violated', /did not find all of their own recordings/),
  liar('refuses-owners-too', 'violated', /did not find all of their own recordings/),
  liar('repeats-the-first-page', 'violated', /did not find all of their own recordings/),
  liar('leaves-later-pages-empty', 'violated', /did not find all of their own recordings/),
  liar('sets-the-clock-back', 'violated', /did not find all of their own recordings/),

  // What came says nothing, neither that it is right nor that it is wrong.
  liar('plays-random-bytes', 'inconclusive', /could not be read/),
  liar('answers-errors-with-200', 'inconclusive', /status 200 with .* is no refusal/),
  liar('shows-a-login-page-to-strangers', 'inconclusive', /status 200 with .* is no refusal/),
  liar('saves-another-part-than-it-plays', 'inconclusive', /of sound could not be read/),
  liar(
    'shows-each-a-picture-that-says-nothing',
    'inconclusive',
    /says not whose it is|was not read/,
  ),
  liar('claims-a-time-that-is-none', 'inconclusive', /claims a time that nobody can read/),
  liar('hangs-up-half-way', 'inconclusive', /GET \/api\/replays got no answer: it broke off/),
  liar('never-ends-its-list', 'inconclusive', /list of replays never ends/),
];
