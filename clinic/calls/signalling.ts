import { randomUUID } from 'node:crypto';
import type { CallMode } from '../services.ts';
import type { Announcement, ClinicMessage, PageMessage } from './signalling-message.ts';

export type CallRole = 'patient' | 'clinician';

/** Who comes into which call. */
export interface CallPlace {
  consultationId: string;
  clinicianId: string;
  role: CallRole;
  /** The mode that the call has had so far */
  mode: CallMode;
}

/** How a page is reached. */
export interface CallLine {
  send: (message: ClinicMessage) => void;
  close: () => void;
}

/** A page's part in a call, from its coming until it leaves or another page takes its place. */
export interface Presence {
  receive: (message: PageMessage) => void;
  leave: () => void;
}

/** Who is in which call, and what they tell each other to connect. */
export interface Signalling {
  /** The newest page of a role takes the place of the one before. A clinician comes by starting the call. */
  enter: (place: CallPlace, line: CallLine) => Presence;
  announce: (consultationId: string, announcement: Announcement) => void;
  isPatientThere: (consultationId: string) => boolean;
}

interface Participant {
  connection: string;
  line: CallLine;
}

interface LiveCall {
  mode: CallMode;
  isRecording: boolean;
  participants: Map<CallRole, Participant>;
}

/** Keeps one call for each consultation for as long as anybody is in it. */
export function createSignalling(): Signalling {
  const calls = new Map<string, LiveCall>();

  function tell(call: LiveCall, message: Announcement): void {
    if (message.type === 'mode') call.mode = message.mode;
    if (message.type === 'recording') call.isRecording = message.on;
    for (const { line } of call.participants.values()) line.send(message);
  }

  return {
    enter({ consultationId, role, mode }, line) {
      const call = calls.get(consultationId) ?? newCall(mode);
      calls.set(consultationId, call);
      const before = call.participants.get(role);
      const self = { connection: randomUUID(), line };
      call.participants.set(role, self);
      before?.line.send({ type: 'replaced' });
      before?.line.close();
      if (before && role === 'clinician') tell(call, { type: 'recording', on: false });
      line.send({ type: 'welcome', mode: call.mode, recording: call.isRecording });
      introduce(call);

      const isCurrent = (): boolean => call.participants.get(role) === self;
      return {
        receive(message) {
          if (!isCurrent()) return;
          if (message.type === 'recording') {
            // The recorder is in the clinician's page; nobody else knows whether it runs.
            if (role === 'clinician') tell(call, message);
            return;
          }
          const other = call.participants.get(otherRole(role));
          // What was meant for a connection that has been replaced since would only confuse the new one.
          if (other?.connection !== message.to) return;
          other.line.send({ type: 'signal', from: self.connection, signal: message.signal });
        },
        leave() {
          if (!isCurrent()) return;
          call.participants.delete(role);
          if (role === 'clinician' && call.isRecording)
            tell(call, { type: 'recording', on: false });
          for (const { line: left } of call.participants.values()) left.send({ type: 'peer-left' });
          if (call.participants.size === 0) calls.delete(consultationId);
        },
      };
    },
    announce(consultationId, announcement) {
      const call = calls.get(consultationId);
      if (!call) return;
      tell(call, announcement);
      if (announcement.type === 'consent' && announcement.consent !== 'given' && call.isRecording) {
        tell(call, { type: 'recording', on: false });
      }
      if (announcement.type !== 'ended') return;
      const participants = [...call.participants.values()];
      call.participants.clear();
      calls.delete(consultationId);
      for (const { line } of participants) line.close();
    },
    isPatientThere: (consultationId) =>
      calls.get(consultationId)?.participants.has('patient') ?? false,
  };
}

function newCall(mode: CallMode): LiveCall {
  return { mode, isRecording: false, participants: new Map() };
}

/** Tells both sides of each other, once both are there. */
function introduce({ participants, mode }: LiveCall): void {
  const patient = participants.get('patient');
  const clinician = participants.get('clinician');
  if (!patient || !clinician) return;
  patient.line.send({ type: 'peer', connection: clinician.connection, mode });
  clinician.line.send({ type: 'peer', connection: patient.connection, mode });
}

function otherRole(role: CallRole): CallRole {
  return role === 'patient' ? 'clinician' : 'patient';
}
