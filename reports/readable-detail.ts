import { utc } from './page/utc.ts';

const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
const answer = /^([A-Z]+) (\S+) \((\d{3})\) /;

/**
 * A finding's detail for people: instants as they read them, and a route for what it is. What is no instant of any
 * calendar stands as it is.
 */
export function readableDetail(detail: string): string {
  return detail
    .replace(instant, (found) => (Number.isNaN(Date.parse(found)) ? found : utc(found)))
    .replace(answer, (_, method: string, route: string, status: string) => {
      const id = route.includes(':id') ? ', where :id stands for any id' : '';
      return `The answer to ${method} ${route} (status ${status}${id}) `;
    });
}
