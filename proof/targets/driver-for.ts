import type { FastifyInstance } from 'fastify';
import { clinicHttpDriver } from '../../drivers/clinic/http-driver.ts';
import type { Capabilities, TargetDriver } from '../../src/act/target-driver.ts';

const noPages = 'This small product has no pages.';

/**
 * Serves a product on a free port of this machine and drives it as the clinic is driven over its API. Of targets that
 * keep everybody waiting, `capabilities` says how long to wait.
 */
export async function driverFor(
  product: FastifyInstance,
  name: string,
  capabilities: Partial<Capabilities> = {},
): Promise<TargetDriver> {
  const url = await product.listen({ host: '127.0.0.1', port: 0 });
  const account = { providerApplication: 'app_none', staffPassword: '' };
  const address = { url, controlUrl: url, mocksUrl: url, ...account };
  const driver = clinicHttpDriver(address);
  const { setClock } = driver.control;
  return {
    ...driver,
    name,
    nonProduction: 'It lives in the memory of this process and knows synthetic patients only.',
    capabilities: {
      absentSurfaces: {
        thumbnail: 'This small product makes no thumbnails.',
        'replays-page': noPages,
        player: noPages,
      },
      readinessDeadlineMs: 1500,
      ...capabilities,
    },
    control: setClock === undefined ? {} : { setClock },
    async close() {
      await driver.close();
      await product.close();
    },
  };
}
