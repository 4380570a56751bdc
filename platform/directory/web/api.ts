import { apiFor, send } from '@heng/web-kit'
import { directory } from '../contract/index.ts'

export const api = apiFor(directory)

/** Calls better-auth's endpoints, whose refusals come as `ApiError` in the reader's language. With a body it posts. */
export const auth = async <T>(path: string, body?: object): Promise<T> => {
  const request = new Request(new URL(`/api/auth${path}`, location.origin), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return (await (await send(request)).json()) as T
}
