import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Has gone by the time that the first request comes. */
export async function createDriver() {
  const product = smallProduct();
  const driver = await driverFor(product, 'is not there');
  await product.close();
  return driver;
}
