import { randomUUID } from 'node:crypto';
import type { HttpClient } from '../../src/act/http-client.ts';
import { done, refused } from '../../src/act/outcome.ts';
import type { PatientSession } from '../../src/act/target-driver.ts';
import type { ActualAddress } from './actual-address.ts';
import { outcomeOf, parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './actual-answers.ts';
import { budgetSurfaces } from './budget-surfaces.ts';
import { openAccount, signInByOpenId } from './open-id-sign-in.ts';

/** A budget as it lies on a user's device before and after it is uploaded. */
interface LocalBudget {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the server calls its present state; undefined until the first upload. */
  readonly group: string | undefined;
}

/**
 * One user of Actual at the server's sync API. A budget is begun on the device and uploaded whole each time it changes,
 * so an appointment is a budget's id, what is written when booking its name, and what is published its content.
 */
export function budgetSession(
  http: HttpClient,
  address: ActualAddress,
  clientAddress: string,
): PatientSession {
  const budgets = new Map<string, LocalBudget>();
  let token: string | undefined;
  const headers = () => ({
    // The server counts requests by the address that they come from, and users come from addresses of their own.
    'x-forwarded-for': clientAddress,
    ...(token === undefined ? {} : { 'x-actual-token': token }),
  });
  const surfaces = budgetSurfaces(http, address.url, headers);
  const noCall = () => Promise.resolve(refused('Actual holds no calls.'));

  return {
    register: async (registration) => outcomeOf(await openAccount(http, address, registration)),
    async signIn(credentials) {
      token = undefined;
      const signedIn = await signInByOpenId(http, address, credentials, headers());
      if ('refusal' in signedIn) return outcomeOf(signedIn.refusal);
      token = signedIn.token;
      return done();
    },
    async whoAmI() {
      const url = `${address.url}/account/validate`;
      const response = await http.send({ url, headers: headers() });
      if (response.status === 401) return 'nobody';
      return { email: parseAnswer(answers.validated, response).data.userName };
    },
    book({ reason }) {
      const id = randomUUID();
      budgets.set(id, { name: reason, content: new Uint8Array(), group: undefined });
      return Promise.resolve(done(id));
    },
    join: noCall,
    async publish(appointment, clip) {
      const budget = budgets.get(appointment);
      if (budget === undefined) return refused('This device has no such budget.');
      const { name, group } = budget;
      const content = Buffer.concat([budget.content, clip]);
      const response = await http.send({
        method: 'POST',
        url: `${address.url}/sync/upload-user-file`,
        headers: {
          ...headers(),
          'content-type': 'application/encrypted-file',
          'x-actual-file-id': appointment,
          'x-actual-name': encodeURIComponent(name),
          'x-actual-format': '2',
          ...(group === undefined ? {} : { 'x-actual-group-id': group }),
        },
        body: content,
      });
      const outcome = outcomeOf(response);
      if (outcome.outcome !== 'done') return outcome;
      const { groupId } = parseAnswer(answers.uploaded, response);
      budgets.set(appointment, { name, content, group: groupId });
      return outcome;
    },
    switchToVideo: noCall,
    hangUp: noCall,
    surface: (id) => surfaces.get(id),
    close: () => Promise.resolve(),
  };
}
