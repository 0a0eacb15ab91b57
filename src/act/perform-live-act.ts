import { mintMark } from '../canary/mark.ts';
import type { Consultation } from '../model/consultation.ts';
import type { Role } from '../model/role.ts';
import { holdUploads } from './hold-uploads.ts';
import type { LiveClinician, LiveParticipant, LivePatient } from './live-call.ts';
import type { Outcome } from './outcome.ts';
import { done, indeterminate } from './outcome.ts';
import type { Participant } from './participant.ts';
import type { Stage } from './perform-act.ts';
import type { RecordingConsent } from './target-driver.ts';
import type { callVerbs, takeVerbs } from '../plan/plan.ts';

/** What a recorder may take to start is performed on top of each take that is to be recorded, in s. */
const marginSeconds = 1;

/** An act of a live call. */
export interface LiveAct {
  readonly verb: (typeof callVerbs)[number] | (typeof takeVerbs)[number];
  readonly patient: number;
  readonly take?: number;
}

/** A patient's part in a live call. */
export interface LiveCall {
  readonly stage: Stage;
  readonly participant: Participant;
  readonly planned: Consultation;
  readonly appointment: string;
  readonly consent: RecordingConsent;
}

/** Performs one act of a live call, on the patient's page and on the clinician's. */
export async function performLiveAct(
  call: LiveCall,
  live: LiveParticipant,
  patient: LivePatient,
  act: LiveAct,
): Promise<Outcome> {
  const { appointment, participant, planned } = call;
  const { session } = participant;
  const clinician = await live.clinicianOf(planned.clinician);
  const tab = clinician.tabs.get(appointment);
  switch (act.verb) {
    case 'hold-up':
    case 'publish':
      return await performTake(call, live, clinician, act);
    case 'join':
      return await session.join(appointment, call.consent);
    case 'attend': {
      const opened = await clinician.openTab();
      clinician.tabs.set(appointment, opened);
      const take = planned.takes.find(({ mayBeRecorded }) => mayBeRecorded) ?? planned.takes[1];
      await clinician.camera.holdUp(markOf(call, 'clinician', take?.take ?? 0), opened);
      const attended = await clinician.session.attend(appointment, opened, call.consent);
      return attended.outcome === 'done' ? await patient.connected(appointment) : attended;
    }
    case 'switch-to-video':
      return await session.switchToVideo(appointment);
    case 'switch-together': {
      if (tab === undefined) return indeterminate('no clinician has a tab with this call');
      const [byPatient, byClinician] = await Promise.all([
        session.switchToVideo(appointment),
        clinician.session.switchToVideo?.(tab),
      ]);
      return byPatient.outcome === 'done' ? (byClinician ?? byPatient) : byPatient;
    }
    case 'switch-to-audio':
      return await patient.switchToAudio(appointment);
    case 'join-again':
      return await patient.joinAgain(appointment);
    case 'reconnect': {
      const isBack = await patient.watchConnection(appointment);
      await live.dropConnections();
      return await isBack();
    }
    case 'put-away':
    case 'bring-back':
      return (await live.camera.putAway(act.verb === 'put-away'))
        ? done()
        : indeterminate('no page of the patient’s has asked for a camera or a microphone');
    case 'mute':
    case 'unmute':
      return await mute(live, patient, appointment, act.verb === 'mute');
    case 'withdraw-consent': {
      const withdrawn = await patient.withdrawConsent(appointment);
      if (withdrawn.outcome !== 'done' || tab === undefined) return withdrawn;
      return await clinician.session.recordingStopped(tab);
    }
    case 'hold-uploads':
      if (tab === undefined) return indeterminate('no clinician has a tab with this call');
      clinician.heldBack.set(appointment, await holdUploads(tab));
      return done();
    case 'release-uploads': {
      const release = clinician.heldBack.get(appointment);
      if (release === undefined) return indeterminate('nothing was kept back');
      await release();
      return done();
    }
    case 'hang-up': {
      const hungUp = await session.hangUp(appointment);
      if (hungUp.outcome === 'done') clinician.left.add(appointment);
      return hungUp;
    }
  }
}

/** Until the page has said that it is done, nobody knows whether the patient is heard. */
async function mute(
  { microphones }: LiveParticipant,
  patient: LivePatient,
  appointment: string,
  isMuted: boolean,
): Promise<Outcome> {
  if (patient.mute === undefined)
    return indeterminate(
      'the driver has no mute; where the product has none, capabilities.absentMute says why',
    );
  microphones.set(appointment, 'unknown');
  const outcome = await patient.mute(appointment, isMuted);
  if (outcome.outcome === 'done') microphones.set(appointment, isMuted ? 'off' : 'on');
  return outcome;
}

/**
 * Both hold the take up; performing it lasts until both have spoken it for its whole length. What is said muted is said
 * only where the page says that the patient is, and kept to oneself where nobody can mute themselves.
 */
async function performTake(
  call: LiveCall,
  { camera, microphones }: LiveParticipant,
  clinician: LiveClinician,
  { verb, take: number }: LiveAct,
): Promise<Outcome> {
  const take = call.planned.takes.find(({ take: one }) => one === number);
  if (take === undefined) return indeterminate(`the plan has no take ${number}`);
  const tab = clinician.tabs.get(call.appointment);
  const isMuted = take.isMuted && call.stage.mutes;
  const microphone = microphones.get(call.appointment) ?? 'on';
  if (verb === 'publish' && microphone !== (isMuted ? 'off' : 'on'))
    return indeterminate(`the patient was to be ${isMuted ? 'muted' : 'heard'} and may not be`);
  const mark = markOf(call, 'patient', take.take);
  await (take.isMuted && !isMuted ? camera.holdUpInSilence(mark) : camera.holdUp(mark));
  if (tab !== undefined) await clinician.camera.holdUp(markOf(call, 'clinician', take.take), tab);
  if (verb === 'hold-up') return done();
  const seconds = take.seconds + (take.mayBeRecorded ? marginSeconds : 0);
  await Promise.all([
    camera.spoken(seconds),
    tab === undefined ? undefined : clinician.camera.spoken(seconds, tab),
  ]);
  // For whoever hung up the call is over, whatever the other side still has to do: nothing waits before they speak.
  if (tab !== undefined && clinician.left.has(call.appointment))
    return await clinician.session.ended(tab);
  return done();
}

function markOf({ stage, participant }: LiveCall, role: Role, take: number): Uint8Array {
  return mintMark(stage.key, stage.run, { role, patient: participant.patient.number, take });
}
