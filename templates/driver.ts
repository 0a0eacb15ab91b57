import { notYetWritten } from 'in-confidence/driver';
import type {
  PatientSession,
  SessionEquipment,
  Surface,
  SurfaceId,
  TargetDriver,
} from 'in-confidence/driver';

/** The test system, never a production system. */
const product = 'http://127.0.0.1:3000';

/**
 * Drives the product as patients do: it navigates and passes on what the product claims, and judges nothing. Replace
 * each `notYetWritten`; `npx in-confidence doctor` lists those that are left.
 */
export function createDriver(_options: { readonly tier: 'api' | 'browser' }): TargetDriver {
  return {
    name: `Product at ${product}`,
    // Say in a sentence why this is no production system, and that its patients are made up.
    nonProduction: '',
    capabilities: {
      // A surface that the product does not have, with the reason: { thumbnail: 'There are no previews.' }
      absentSurfaces: {},
      // Where replays do not name their appointment in claim.appointment: give the reason in absentClaims.
      // How long after a call its replay may take to appear.
      readinessDeadlineMs: 60_000,
    },
    // Ids of the clinicians that can be booked, always in the same order.
    clinicians: notYetWritten('clinicians'),
    openSession: (equipment) => Promise.resolve(session(equipment)),
    // Only for live calls between two pages. Without them, give the reason in capabilities.absentLiveCalls instead; without a
    // mute in them, in capabilities.absentMute.
    openClinician: notYetWritten('openClinician'),
    // Where nobody can register: give the reason in capabilities.absentRegistration, and accounts with lease(place).
    // What the test system lets the harness do: setClock, restart, holdWebhooks, releaseWebhooks. All may be absent.
    control: {},
    close: () => Promise.resolve(),
  };
}

/** One patient. Use this `http` client (in the browser tier this `browser` context) and no other: it records all answers. */
function session(_equipment: SessionEquipment): PatientSession {
  return {
    // An act answers done, refused('why') or indeterminate('why'); all three come from in-confidence/driver.
    // May be left out where capabilities.absentRegistration says why nobody can register.
    register: notYetWritten('register'),
    signIn: notYetWritten('signIn'),
    // The e-mail address that the product shows, or 'nobody'.
    whoAmI: notYetWritten('whoAmI'),
    // Store the reason as it is: it carries a canary. Answer done with the product’s id of the appointment.
    book: notYetWritten('book'),
    join: notYetWritten('join'),
    // Send the clip unchanged: each second of it carries a mark.
    publish: notYetWritten('publish'),
    switchToVideo: notYetWritten('switchToVideo'),
    hangUp: notYetWritten('hangUp'),
    surface: (id) => surfaces[id],
    // signOut, if you write it, hands devices on: another patient signs in there and looks at their own.
    // browse, if you write it, opens what else a patient can open: appointments, profile, letters. All of it is scanned.
    // cleanUp, if you write it, lets `npx in-confidence clean --run <name>` delete what a run left.
    close: () => Promise.resolve(),
  };
}

/** Where replays become visible: `enumerate` lists all of them, `open` fetches one by the address that was listed. */
const surfaces: Readonly<Record<SurfaceId, Surface>> = {
  'replay-list': lists('replay-list'),
  'replay-detail': opens('replay-detail', 'text'),
  media: opens('media', 'media'),
  thumbnail: opens('thumbnail', 'picture'),
  'error-page': lists('error-page'),
  'replays-page': lists('replays-page'),
  player: opens('player', 'media'),
};

function lists(id: SurfaceId): Surface {
  return { id, content: 'none', enumerate: notYetWritten(`surface ${id}`) };
}

function opens(id: SurfaceId, content: Surface['content']): Surface {
  const enumerate = notYetWritten(`surface ${id}`);
  return { id, content, enumerate, open: notYetWritten(`surface ${id}`) };
}
