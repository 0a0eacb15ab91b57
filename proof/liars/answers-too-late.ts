import { setTimeout as pause } from 'node:timers/promises';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

const answerDeadlineMs = 1000;

/** Does everything that it is asked to, and says so when nobody waits for the answer any more. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onSend', async (request) => {
    if (request.url !== '/api/clinicians' && request.url !== '/clock')
      await pause(answerDeadlineMs + 200);
  });
  return driverFor(product, 'answers too late', { answerDeadlineMs });
}
