import type { HttpClient } from '../../src/act/http-client.ts';
import { openMedia } from '../../src/act/open-media.ts';
import type { ListedReplay, Surface } from '../../src/act/surface.ts';
import type { SurfaceId } from '../../src/model/surface.ts';
import type { BudgetFile } from './actual-answers.ts';
import { parseAnswer } from '../../src/act/read-answer.ts';
import { answers } from './actual-answers.ts';

/** Where a user meets budget files: the list, a file's particulars and its content, each asked for by the file's id. */
export function budgetSurfaces(
  http: HttpClient,
  url: string,
  headers: () => Readonly<Record<string, string>>,
): Map<SurfaceId, Surface> {
  const asking = (route: string, fileId: string) => ({
    url: `${url}/sync/${route}`,
    headers: { ...headers(), 'x-actual-file-id': fileId },
  });
  const particulars = async (fileId: string) => ({
    response: await http.send(asking('get-user-file-info', fileId)),
  });
  async function enumerate(): Promise<ListedReplay[]> {
    const response = await http.send({ url: `${url}/sync/list-user-files`, headers: headers() });
    return parseAnswer(answers.files, response).data.map((file) => listed(file));
  }
  const surfaces: Surface[] = [
    { id: 'replay-list', content: 'none', enumerate },
    { id: 'replay-detail', content: 'text', enumerate, open: particulars },
    {
      id: 'media',
      content: 'media',
      enumerate,
      open: (fileId) => openMedia(http, asking('download-user-file', fileId)),
    },
    {
      id: 'error-page',
      content: 'none',
      async enumerate() {
        await particulars('00000000-0000-4000-8000-000000000000');
        await http.send({ url: `${url}/sync/no-such-route`, headers: headers() });
        return [];
      },
    },
  ];
  return new Map(surfaces.map((surface) => [surface.id, surface]));
}

function listed(file: BudgetFile): ListedReplay {
  const { fileId, name } = file;
  return {
    item: fileId,
    claim: { appointment: fileId, title: name },
    text: JSON.stringify(file),
    address: fileId,
  };
}
