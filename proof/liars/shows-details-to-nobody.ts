import { driverFor } from '../targets/driver-for.ts';
import { showToNobody } from '../targets/show-to-nobody.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Refuses strangers who are signed in; to whoever has no session at all it shows the details of any replay. */
export function createDriver() {
  return driverFor(showToNobody(smallProduct(), '/api/replays/'), 'shows details to nobody');
}
