import type { AskedAddress } from '../act/asked-addresses.ts';
import { handOn } from '../act/hand-on.ts';
import type { Participant } from '../act/participant.ts';
import type { PlannedLook } from '../plan/plan.ts';
import { look } from './look.ts';
import type { Observer } from './observer.ts';

/** A planned look, and on whose device it is made. */
type LookOnDevice = PlannedLook & { readonly device: number };

/**
 * Hands on each device that was planned for it, looks there as the patient who came after, and opens once more what was
 * opened on it before. Where the target has no
 * sign-out the looks are left out, with the reason; what breaks is recorded.
 */
export async function lookOnHandedDevices(
  observer: Observer,
  looks: readonly PlannedLook[],
  absentSignOut: string | undefined,
): Promise<void> {
  const onDevices = looks.filter((one): one is LookOnDevice => one.device !== undefined);
  // One device after the other: what is tried is what a device keeps, and not what many do at once.
  for (const [device, due] of Map.groupBy(onDevices, (one) => one.device))
    await lookOn(observer, device, due, absentSignOut);
}

async function lookOn(
  observer: Observer,
  device: number,
  looks: readonly LookOnDevice[],
  absentSignOut: string | undefined,
): Promise<void> {
  const [first] = looks;
  const owner = observer.participants.get(device);
  const next = first && observer.participants.get(first.viewer);
  if (owner === undefined || next === undefined)
    throw new Error(`The device of patient ${device} has nobody to be handed to.`);
  const tell = (type: 'left-out' | 'shortfall', reason: string) => {
    for (const { check } of looks) observer.record({ type, at: observer.clock(), check, reason });
  };
  if (owner.session.signOut === undefined)
    return tell('left-out', absentSignOut ?? 'the driver does not sign out');
  try {
    const openedBefore = owner.http.addresses.all();
    const there = await handOn(owner, next);
    const participants = new Map([[next.patient.number, there]]);
    for (const { kind: _, ...request } of looks) await look({ ...observer, participants }, request);
    await openAgain(there, openedBefore);
  } catch (error) {
    tell('shortfall', error instanceof Error ? error.message : String(error));
  }
}

/** Nothing is expected of the answers: whatever comes is scanned for what is not of whoever is signed in now. */
async function openAgain(
  { session, http }: Participant,
  addresses: readonly AskedAddress[],
): Promise<void> {
  await session.browse?.();
  for (const address of addresses)
    await http
      .sendOnce({ url: address.url, headers: http.addresses.headersFor(address) })
      // One that waits for news, or is gone, gives no answer.
      .catch(() => undefined);
}
