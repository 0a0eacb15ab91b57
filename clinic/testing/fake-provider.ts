/** The video provider as a page that uploads sees it. */
export function fakeProvider() {
  const uploads = new Map<string, Map<number, string>>();
  const asked: string[] = [];
  const failures: Response[] = [];
  let notice = (): void => {};

  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = new URL(input instanceof Request ? input.url : input).pathname.slice(1);
    asked.push(path);
    const failure = failures.shift();
    if (failure) return failure;
    const [name = '', , index] = path.split('/');
    const chunks = uploads.get(name) ?? new Map<number, string>();
    uploads.set(name, chunks);
    const words = await new Response(init?.body ?? '').text();
    if (index !== undefined) chunks.set(Number(index), words);
    else asked.push(words);
    notice();
    return new Response(null, { status: 204 });
  };

  return {
    fetch,
    /** What was asked for, in order; bodies of what is no chunk follow their path */
    asked,
    /** Answers the next request with this status instead */
    fail: (status: number) => void failures.push(new Response(null, { status })),
    session: (name: string) => ({ uploadUrl: `http://provider.test/${name}`, uploadToken: name }),
    chunksOf: (name: string) => [...(uploads.get(name)?.values() ?? [])],
    async arrival(path: string): Promise<void> {
      while (!asked.includes(path)) await new Promise<void>((resolve) => (notice = resolve));
    },
  };
}
