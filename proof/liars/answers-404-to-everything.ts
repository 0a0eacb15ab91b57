import Fastify from 'fastify';
import { driverFor } from '../targets/driver-for.ts';

/** Refuses whatever is asked: nothing leaks, and nothing is proven. */
export function createDriver() {
  return driverFor(Fastify({ forceCloseConnections: true }), 'answers 404 to everything');
}
