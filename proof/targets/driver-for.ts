import type { FastifyInstance } from 'fastify';
import { clinicHttpDriver } from '../../drivers/clinic/http-driver.ts';
import type { TargetDriver } from '../../src/act/target-driver.ts';

const noPages = 'This small product has no pages.';

/** Serves a product on a free port of this machine and drives it as the clinic is driven over its API. */
export async function driverFor(product: FastifyInstance, name: string): Promise<TargetDriver> {
  const url = await product.listen({ host: '127.0.0.1', port: 0 });
  const address = { url, controlUrl: url, mocksUrl: url, providerApplication: 'app_none' };
  const driver = clinicHttpDriver(address);
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
    },
    control: {},
    async close() {
      await driver.close();
      await product.close();
    },
  };
}
