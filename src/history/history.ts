import { z } from 'zod';
import { surfaces } from '../model/surface.ts';
import { callVerbs, nemesisVerbs, takeVerbs, triedVerbs } from '../plan/plan.ts';
import { sightingSchema } from './sighting.ts';

/** The version of the history's format. */
export const historyFormat = 5;

/** Milliseconds of the harness's monotonic clock since the batch began. */
const instant = z.number().min(0);
const surface = z.enum(surfaces);
const outcome = z.enum(['done', 'refused', 'indeterminate']);

/** Whom the target says is signed in: a patient of the plan, nobody, or somebody whom the plan does not know. */
const signedIn = z.union([z.int(), z.enum(['nobody', 'unknown', 'not asked'])]);

const replayClaim = z.strictObject({
  appointment: z.string().optional(),
  title: z.string().optional(),
  startsAt: z.string().optional(),
  state: z.enum(['ready', 'processing']).optional(),
});

const opening = z.strictObject({
  /** `delivered`: content came; `refused`: a clear no; `not-ready`: the product says wait; `failed`: anything else. */
  result: z.enum(['delivered', 'refused', 'not-ready', 'failed']),
  status: z.int().optional(),
  bytes: z.int().min(0),
  /** Length of the content that was read, in ms; 0 for text and still pictures. */
  durationMs: z.number().min(0),
  sightings: z.array(sightingSchema),
  note: z.string().optional(),
});

const seenItem = z.strictObject({
  /** The product's id of the replay. */
  item: z.string(),
  claim: replayClaim,
  /** Canaries in what the listing itself says of the item. */
  listing: z.array(sightingSchema),
  /** Absent on surfaces that only list. */
  opening: opening.optional(),
});

/** Keyed digests; none where requests name nothing, or are the browser's own. */
const named = z.array(z.string().regex(/^[0-9a-f]{16}$/)).optional();

const entry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    format: z.literal(historyFormat),
    run: z.string(),
    scenario: z.string(),
    batch: z.string(),
    cohort: z.int(),
    target: z.string(),
    /** Wall clock, UTC, for people; nothing is judged by it. */
    startedAt: z.iso.datetime(),
    /** Surfaces of the tier that the target does not have, with its reason. */
    absentSurfaces: z.partialRecord(surface, z.string()),
    /** Why the target holds no calls; absent where it does. */
    absentCalls: z.string().optional(),
    /** Why the target's replays do not say of which appointment they are; absent where they do. */
    absentClaims: z.string().optional(),
    /** Why calls that were to be live were not; absent where they were, or were not to be. */
    absentLiveCalls: z.string().optional(),
    /** Why nobody can mute themselves in a live call; absent where they can. */
    absentMute: z.string().optional(),
    /** Why nobody can register, so that patients were given accounts which exist already; absent where they register. */
    absentRegistration: z.string().optional(),
  }),
  z.strictObject({
    /** What an account that is older than the run listed before anybody did anything in it. */
    type: z.literal('baseline'),
    at: instant,
    until: instant,
    viewer: z.int(),
    surface,
    outcome: z.enum(['seen', 'failed']),
    reason: z.string().optional(),
    items: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('act'),
    at: instant,
    until: instant,
    moment: z.int(),
    verb: z.enum(['register', 'sign-in', 'book', ...callVerbs, ...takeVerbs]),
    patient: z.int(),
    consultation: z.int().optional(),
    take: z.int().optional(),
    outcome,
    reason: z.string().optional(),
    /** For what time an appointment was asked for, ISO; absent where the target's clock is not ours to set. */
    startsAt: z.iso.datetime().optional(),
    /** The product's id of what the act made. */
    claimed: z.string().optional(),
    /** In a call: digests of the ids that the patient's requests named meanwhile. */
    named,
  }),
  z.strictObject({
    type: z.literal('barrier'),
    at: instant,
    moment: z.int(),
    participants: z.int(),
    /** Time between the first and the last start behind the barrier, in ms. */
    spreadMs: z.number().min(0),
  }),
  z.strictObject({
    type: z.literal('nemesis'),
    at: instant,
    until: instant,
    moment: z.int(),
    verb: z.enum(nemesisVerbs),
    outcome,
    reason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('look'),
    at: instant,
    until: instant,
    check: z.string(),
    viewer: z.int(),
    surface,
    phase: z.enum(['overlap', 'settling', 'settled', 'handed-on']),
    /** Whose device it was, where it was not the viewer's own. */
    device: z.int().optional(),
    signedIn: z.strictObject({ before: signedIn, after: signedIn }),
    /** `seen` only when the whole surface was enumerated to its end. */
    outcome: z.enum(['seen', 'failed']),
    reason: z.string().optional(),
    /** Responses that came while it was looked, those about who is signed in left out. */
    responses: z.int().min(0),
    items: z.array(seenItem),
    /** How many replays the surface itself said that there are. */
    counted: z.int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('probe'),
    at: instant,
    until: instant,
    check: z.string(),
    viewer: z.int(),
    owner: z.int(),
    consultation: z.int(),
    surface,
    signedIn: z.strictObject({ before: signedIn, after: signedIn }),
    /** Whether the owner, through the same route, was given the object before and after. */
    owned: z.strictObject({ before: z.boolean(), after: z.boolean() }),
    outcome: z.enum(['refused', 'served', 'indeterminate']),
    reason: z.string().optional(),
    opening: opening.optional(),
  }),
  z.strictObject({
    /** A stranger's attempt at another patient's running call. */
    type: z.literal('call-probe'),
    at: instant,
    until: instant,
    check: z.string(),
    viewer: z.int(),
    owner: z.int(),
    consultation: z.int(),
    verb: z.enum(triedVerbs),
    signedIn: z.strictObject({ before: signedIn, after: signedIn }),
    outcome,
    reason: z.string().optional(),
    /** Responses that came while it was tried, those about who is signed in left out. */
    responses: z.int().min(0),
    /** Digests of the ids that the requests named meanwhile. */
    named,
  }),
  z.strictObject({
    /** What else the product has was opened, and addresses were asked again; what came was scanned as all responses are. */
    type: z.literal('visit'),
    at: instant,
    until: instant,
    check: z.string(),
    viewer: z.int(),
    phase: z.enum(['overlap', 'settled']),
    neighbours: z.array(z.int()),
    signedIn: z.strictObject({ before: signedIn, after: signedIn }),
    /** `failed` when a page could not be opened, or an address got no answer. */
    outcome: z.enum(['seen', 'failed']),
    reason: z.string().optional(),
    /** Responses that came while the driver opened what else there is. */
    responses: z.int().min(0),
    /** Addresses that were asked for again: the viewer's own, and those of neighbours as the viewer and as nobody. */
    asked: z.strictObject({ own: z.int().min(0), neighbours: z.int().min(0) }),
  }),
  z.strictObject({
    /** A response that held a canary or an identity which is not its recipient's. */
    type: z.literal('response'),
    at: instant,
    viewer: z.int(),
    method: z.string(),
    route: z.string(),
    status: z.int(),
    sightings: z.array(sightingSchema),
    /** Other patients whose address, name, birth date or phone number stands in the response. */
    identities: z.array(z.int()),
    /** Other patients of whose appointments, replays or sessions the product's name stands in the response, unasked for. */
    objects: z.array(z.int()),
  }),
  z.strictObject({
    /** A request that got no answer and was sent again. */
    type: z.literal('transport-error'),
    at: instant,
    viewer: z.int(),
    method: z.string(),
    route: z.string(),
    attempt: z.int().min(1),
    reason: z.string(),
  }),
  z.strictObject({
    /** A response whose body was gone before it could be read: nobody knows what was in it. */
    type: z.literal('unheard'),
    at: instant,
    viewer: z.int(),
    method: z.string(),
    route: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    /** Something that was planned and did not happen, or broke. */
    type: z.literal('shortfall'),
    at: instant,
    check: z.string().optional(),
    patient: z.int().optional(),
    reason: z.string(),
    /** What broke stands beside the product and may have lost what the product was to show. */
    besideProduct: z.literal(true).optional(),
    /** The driver lacks an account or a secret, so that the product could not be tried. */
    driverLacks: z.literal(true).optional(),
  }),
  z.strictObject({
    /** A planned look that the target has no place for. */
    type: z.literal('left-out'),
    at: instant,
    check: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('end'),
    at: instant,
    /** Entries before this one; a shorter file was cut. */
    entries: z.int().min(0),
    /** Responses whose body and headers were scanned. */
    responses: z.int().min(0),
    /** Patients of whose own canaries and addresses at least one was recognised in a response. */
    recognised: z.strictObject({ canaries: z.int().min(0), identities: z.int().min(0) }),
  }),
]);

export const historyEntrySchema = entry;
export type HistoryEntry = z.infer<typeof entry>;
export type EntryOf<Type extends HistoryEntry['type']> = Extract<HistoryEntry, { type: Type }>;
export type SeenItem = z.infer<typeof seenItem>;
export type Opening = z.infer<typeof opening>;
export type SignedIn = z.infer<typeof signedIn>;
