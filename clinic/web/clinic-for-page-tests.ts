import type { TestContext } from 'node:test';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices, Consultation, Patient, ReplaySummary } from '../services.ts';
import type { ListedAppointment, StaffMember, StaffServices } from '../staff-services.ts';
import { registerPages } from './register-pages.ts';

export const id = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const ada: Patient = {
  id: id(1),
  email: 'ada+1@patients.example.com',
  givenName: 'Ada',
  familyName: 'O’Neill <b>',
  birthDate: '1984-03-17',
  phone: '+447700900123',
};
export const consultation: Consultation = {
  id: id(2),
  clinicianId: '3',
  clinicianName: 'Dr Amara Okafor',
  startsAt: '2020-06-09T13:20:00.000Z',
  endsAt: '2020-06-09T13:30:00.000Z',
  status: 'booked',
  reason: '<script>alert(1)</script> & "quotes"',
  consent: 'unasked',
};
export const clinician: StaffMember = {
  id: '3',
  email: 'amara.okafor@clinic.example',
  name: 'Dr Amara Okafor',
};
export const appointment: ListedAppointment = {
  id: consultation.id,
  patientName: `${ada.givenName} ${ada.familyName}`,
  startsAt: consultation.startsAt,
  endsAt: consultation.endsAt,
  status: 'booked',
  reason: consultation.reason,
  consent: 'unasked',
  mode: 'audio',
  isPatientThere: true,
};
export const replay: ReplaySummary = {
  id: id(4),
  consultationId: consultation.id,
  title: 'Dr Amara Okafor, 9 June 2020',
  clinicianName: consultation.clinicianName,
  startsAt: consultation.startsAt,
  reason: consultation.reason,
  status: 'ready',
  durationSeconds: 65,
  thumbnailUrl: '/media/thumbnail?viewer=1&signature=2',
};
export const call = {
  room: { sid: 'RM1', name: 'room-3' },
  token: '</script>token',
  providerUrl: 'http://127.0.0.1:9',
  mode: 'audio',
} as const;

export const refuse = (code: string, status: number): never => {
  throw new ClinicError(code, status, 'The service says no.');
};

/** What the services answer unless a test says otherwise. */
function services(changes: Partial<ClinicServices>): ClinicServices {
  function own<Thing extends { id: string }>(thing: Thing, asked: string): Thing {
    // A database fails on what is no id at all, so the pages must not ask it.
    if (!/^[0-9a-f-]{36}$/.test(asked)) throw new Error('invalid input syntax for type uuid');
    return asked === thing.id ? thing : refuse('not-found', 404);
  }
  return {
    register: async () => ada,
    signIn: async () => ({ patient: ada, sessionToken: 'ada-session' }),
    signOut: async () => {},
    me: async () => ada,
    clinicians: async () => [{ id: '3', name: 'Dr Amara Okafor', speciality: 'General practice' }],
    book: async () => consultation,
    ownConsultations: async () => [consultation],
    consultation: async (_patient, asked) => own(consultation, asked),
    join: async () => call,
    withdrawConsent: async () => ({ consent: 'withdrawn' }),
    liveCall: async () => ({ clinicianId: '3', mode: 'audio', status: 'in-progress' }),
    switchMode: async (_patient, _id, mode) => ({ mode }),
    end: async () => ({ status: 'completed' }),
    listReplays: async () => ({ replays: [replay], total: 11, nextCursor: 'next&"page' }),
    replay: async (_patient, asked) => ({
      ...own(replay, asked),
      mediaUrl: '/media/1?signature=3',
    }),
    ...changes,
  };
}

const staffServices: StaffServices = {
  signIn: async () => ({ clinician, sessionToken: 'staff-session' }),
  signOut: async () => {},
  today: async () => [appointment],
  appointment: async (_clinician, asked) =>
    asked === appointment.id ? appointment : refuse('not-found', 404),
  openRecording: async () => refuse('no-consent', 409),
  switchMode: async (_clinician, _id, mode) => ({ mode }),
  end: async () => ({ status: 'completed' }),
};

/** The clinic's pages over services that answer at once; single ones can be replaced. */
export async function clinicForPageTests(t: TestContext, changes: Partial<ClinicServices> = {}) {
  const app = fastify();
  t.after(async () => await app.close());
  await app.register(cookie);
  await app.register(formbody);
  await registerPages(app, {
    services: services(changes),
    staffServices,
    staffCookie: {
      name: 'clinic_staff_session',
      options: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    browserModules: new Map([['room.js', 'export const answer = 42;']]),
    signedInClinician: ({ cookies }) =>
      cookies['clinic_staff_session'] === 'staff-session' ? clinician : null,
    sessionCookie: {
      name: 'clinic_session',
      options: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    signedInPatient: ({ cookies }) => (cookies['clinic_session'] === 'ada-session' ? ada : null),
    now: () => new Date('2020-06-09T12:00:00.000Z'),
    providerUrl: 'http://127.0.0.1:9',
  });
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    { signedIn = true, staff = false, form = {}, headers = {} }: SendOptions = {},
  ) =>
    await app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      cookies: {
        ...(signedIn && { clinic_session: 'ada-session' }),
        ...(staff && { clinic_staff_session: 'staff-session' }),
      },
      ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
    });
  return {
    get: async (url: string, options?: SendOptions) => await send('GET', url, options),
    post: async (url: string, options?: SendOptions) => await send('POST', url, options),
  };
}

interface SendOptions {
  readonly signedIn?: boolean;
  readonly staff?: boolean;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
}
