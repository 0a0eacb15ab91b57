import type { HttpClient } from '../../src/act/http-client.ts';
import type { ListedReplay, Surface } from '../../src/act/surface.ts';
import type { SurfaceId } from '../../src/model/surface.ts';
import { consultationClass } from './consultation-class.ts';
import type { ParseConsultation } from './parse-answers.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './parse-answers.ts';

/** More than anybody has, so that a list is whole; the server gives a hundred unless told. */
const listedAtMost = 1000;

/** Where a user meets consultations: the list, and each by its id. */
export function consultationSurfaces(
  http: HttpClient,
  url: string,
  headers: () => Readonly<Record<string, string>>,
): Map<SurfaceId, Surface> {
  const path = `${url}/classes/${consultationClass}`;
  const open = async (objectId: string) => ({
    response: await http.send({ url: `${path}/${objectId}`, headers: headers() }),
  });
  async function enumerate(): Promise<ListedReplay[]> {
    const response = await http.send({ url: `${path}?limit=${listedAtMost}`, headers: headers() });
    const { results } = parseAnswer(answers.consultations, response);
    if (results.length === listedAtMost)
      throw new Error(`The list of consultations may hold more than ${listedAtMost}.`);
    return results.map((one) => listed(one));
  }
  const surfaces: Surface[] = [
    { id: 'replay-list', content: 'none', enumerate },
    { id: 'replay-detail', content: 'text', enumerate, open },
    {
      id: 'error-page',
      content: 'none',
      async enumerate() {
        await open('noSuchObject');
        await http.send({ url: `${url}/no-such-route`, headers: headers() });
        return [];
      },
    },
  ];
  return new Map(surfaces.map((surface) => [surface.id, surface]));
}

function listed(consultation: ParseConsultation): ListedReplay {
  const { objectId, appointment, words } = consultation;
  return {
    item: objectId,
    claim: { appointment, title: words },
    text: JSON.stringify(consultation),
    address: objectId,
  };
}
