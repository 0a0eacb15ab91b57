import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices } from '../services.ts';
import type { MembershipCheck } from './membership-check.ts';
import type { PasswordHashing } from './password-hashing.ts';
import type { PatientRepository } from './patient-repository.ts';
import type { SessionStore } from './session-store.ts';

/** Becoming a patient, signing in and out. */
export function createAccountServices(parts: {
  patients: PatientRepository;
  sessions: SessionStore;
  passwords: PasswordHashing;
  membership: MembershipCheck;
}): Pick<ClinicServices, 'register' | 'signIn' | 'signOut' | 'me'> {
  const { patients, sessions, passwords, membership } = parts;
  return {
    async register(registration) {
      if (!(await membership.isMember(registration.membershipNumber, registration.birthDate))) {
        throw new ClinicError(
          'not-a-member',
          422,
          'Your insurer does not know this membership number. Check it against your card.',
        );
      }
      return await patients.add(registration, await passwords.hash(registration.password));
    },
    async signIn({ email, password }) {
      const found = await patients.byEmail(email);
      if (!found || !(await passwords.matches(password, found.passwordHash))) {
        throw new ClinicError(
          'wrong-credentials',
          401,
          'The e-mail address or the password is not right. Check both and try again.',
        );
      }
      return { patient: found.patient, sessionToken: await sessions.open(found.patient.id) };
    },
    signOut: (sessionToken) => sessions.close(sessionToken),
    async me(patientId) {
      const patient = await patients.byId(patientId);
      if (!patient) throw new ClinicError('signed-out', 401, 'Please sign in first.');
      return patient;
    },
  };
}
