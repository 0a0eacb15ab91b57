import { ClinicError } from '../clinic-error.ts';

/** Asks the health insurer whether somebody is a member. */
export interface MembershipCheck {
  isMember: (membershipNumber: string, birthDate: string) => Promise<boolean>;
}

const patienceMs = 5_000;

/** Asks over HTTP, and gives up rather than keep somebody waiting at the registration form. */
export function createMembershipCheck(parts: { insurerUrl: string }): MembershipCheck {
  return {
    async isMember(membershipNumber, birthDate) {
      const url = new URL(
        `/insurer/members/${encodeURIComponent(membershipNumber)}`,
        parts.insurerUrl,
      );
      url.searchParams.set('birthDate', birthDate);
      const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch(
        () => undefined,
      );
      await response?.body?.cancel();
      if (response?.status === 404) return false;
      if (response?.ok) return true;
      throw new ClinicError(
        'insurer-unavailable',
        503,
        'We cannot reach your insurer at the moment. Please try again in a few minutes.',
      );
    },
  };
}
