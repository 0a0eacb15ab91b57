import type { CallLine, CallPlace, CallRole, Presence, Signalling } from '../calls/signalling.ts';
import type { ClinicMessage } from '../calls/signalling-message.ts';

/** A page in a live call, as the clinic sees it. */
export interface FakePage {
  presence: Presence;
  /** What the page was told, in order */
  told: ClinicMessage[];
  isClosed: () => boolean;
  /** The connection of the other side that it was told of last */
  peer: () => string | undefined;
}

/** Lets a page come into a call. */
export function enterAs(
  signalling: Signalling,
  role: CallRole,
  place: Partial<CallPlace> = {},
): FakePage {
  const told: ClinicMessage[] = [];
  let closed = false;
  const line: CallLine = {
    send: (message) => told.push(message),
    close: () => {
      closed = true;
    },
  };
  const presence = signalling.enter(
    { consultationId: 'one', clinicianId: '1', role, mode: 'audio', ...place },
    line,
  );
  return {
    presence,
    told,
    isClosed: () => closed,
    peer: () => told.findLast((message) => message.type === 'peer')?.connection,
  };
}
