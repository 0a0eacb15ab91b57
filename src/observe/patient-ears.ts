import type { ExchangeListener } from '../act/http-client.ts';
import type { HistoryEntry } from '../history/history.ts';
import type { RawResponse } from '../act/raw-response.ts';
import type { HeardCount } from './heard-count.ts';
import type { CanaryReader } from './read-text.ts';
import { routeOf } from '../act/route-of.ts';
import type { KnownPatients } from './scan-response.ts';
import { readShown } from './read-shown.ts';
import { scanResponse } from './scan-response.ts';

/** Where what was overheard goes. */
export interface Overheard {
  readonly record: (entry: Exclude<HistoryEntry, { type: 'end' }>) => void;
  readonly heard: HeardCount;
  /** Milliseconds of the harness's clock. */
  readonly clock: () => number;
}

/** Listens to everything that one patient's client receives and records what is somebody else's. */
export function patientEars(
  patient: number,
  reader: CanaryReader,
  known: KnownPatients,
  { record, heard, clock }: Overheard,
): ExchangeListener {
  const at = (response: RawResponse) => ({
    at: clock(),
    viewer: patient,
    method: response.method,
    route: routeOf(response.url),
  });
  async function hearShown(response: RawResponse): Promise<void> {
    const { sightings, isRead, digest } = await readShown(reader, response);
    const foreign = sightings.filter(
      (one) =>
        one.integrity !== 'unreadable' &&
        (one.integrity !== 'authentic' || one.patient !== patient),
    );
    const { status } = response;
    if (foreign.length > 0)
      record({ type: 'response', ...at(response), status, sightings: foreign, identities: [], objects: [] }); // prettier-ignore
    const reason = 'what the page shows there says not whose it is';
    if (!isRead)
      known.unread?.add(digest, patient, () =>
        record({ type: 'unheard', ...at(response), reason }),
      );
  }
  return {
    async response(response, how) {
      if (how === 'shown') return await hearShown(response);
      if (how === undefined) heard.response();
      known.objects.addCookies(response.headers['set-cookie'] ?? '', patient);
      const scanned = await scanResponse(reader, known, patient, response);
      const { identities, objects, own } = scanned;
      // A piece may end within a canary; the next one, which begins before that, has it whole.
      const sightings = scanned.sightings.filter(
        ({ integrity }) => how !== 'piece' || integrity !== 'partial',
      );
      if (own.canary) heard.recognise(patient, 'canary');
      if (own.identity) heard.recognise(patient, 'identity');
      if (sightings.length + identities.length + objects.length === 0) return;
      record({
        type: 'response',
        ...at(response),
        status: response.status,
        sightings: [...sightings],
        identities: [...identities],
        objects: [...objects],
      });
    },
    transportError(request, attempt, reason) {
      record({
        type: 'transport-error',
        at: clock(),
        viewer: patient,
        method: request.method ?? 'GET',
        route: routeOf(request.url),
        attempt,
        reason,
      });
    },
    unheard(request, reason) {
      record({
        type: 'unheard',
        at: clock(),
        viewer: patient,
        method: request.method ?? 'GET',
        route: routeOf(request.url),
        reason,
      });
    },
  };
}
