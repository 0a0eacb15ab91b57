import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Breaks down whenever an appointment is asked for, so that no call can take place. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onRequest', (request, reply, next) => {
    if (request.url === '/api/consultations')
      void reply.code(500).send({ error: 'the calendar is out of order' });
    else next();
  });
  return driverFor(product, 'takes no bookings');
}
