import { Agent } from 'undici';

/**
 * Connections to a target over which requests of several people come, as they do behind a load balancer or a proxy: what
 * a product remembers of a connection then meets somebody else. Whoever opens them closes them.
 */
export function sharedConnections(): Agent {
  return new Agent({ pipelining: 1 });
}
