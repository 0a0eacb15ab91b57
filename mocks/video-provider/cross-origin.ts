import { http, HttpResponse } from 'msw';
import type { HttpResponseResolver } from 'msw';

const allowed = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600',
};

/** Lets pages of any customer's site read the answer, as devices call the provider from there. */
export function crossOrigin(resolver: HttpResponseResolver): HttpResponseResolver {
  return async (info) => {
    const response = await resolver(info);
    if (!(response instanceof Response)) return response;
    response.headers.set('access-control-allow-origin', '*');
    return response;
  };
}

/** Answers a browser that asks beforehand whether it may call a path from another site. */
export function crossOriginPermission(path: string) {
  return http.options(path, () => new HttpResponse(null, { status: 204, headers: allowed }));
}
