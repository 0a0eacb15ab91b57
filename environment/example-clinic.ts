import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for the clinic in the test of starting and restarting: it tells its clock and how it was started. */
process.stdin.once('close', () => process.exit(0)).resume();

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  const answer = request.url === '/clock' ? { now: '2020-06-09T08:30:00.000Z' } : process.argv;
  response.end(JSON.stringify(answer));
});
const asked = process.argv[process.argv.indexOf('--control-port') + 1];
server.listen(Number(asked), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  console.log(JSON.stringify({ ready: true, url, controlUrl: url, fault: null }));
});
