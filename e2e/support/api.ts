import type { Visit } from './stage.ts'

/** Calls the API below `/api/v1/orgs/{slug}` with the session of a visit, for setting a stage. Throws with the answer's text when refused. */
export const call = async <T = unknown>(visit: Visit, slug: string, method: 'GET' | 'POST' | 'PATCH', path: string, data?: object): Promise<T> => {
  const response = await visit.context.request.fetch(`/api/v1/orgs/${slug}${path}`, {
    method,
    headers: { 'accept-language': visit.locale },
    ...(data === undefined ? {} : { data }),
  })
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as T
}
