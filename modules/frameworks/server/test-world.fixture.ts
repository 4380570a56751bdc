import type { ErrorBody } from '@heng/contract'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import type { ImportPreview, ImportRequest } from '../contract/index.ts'
import { module } from './module.ts'

export const frameworkWorld = (): Promise<TestWorld> => createWorld([module])

export const file = (name: string, bytes: Buffer | string) => ({ name, base64: Buffer.from(bytes).toString('base64') })

type Sent = Omit<ImportRequest, 'table'> & { table?: Partial<ImportRequest['table']> | null }

/** Sends an import as the browser does. */
export const importing = (world: TestWorld, org: TestOrganisation, actor: Actor) => {
  const post = async (path: string, body: unknown) => {
    const response = await world.composition.app.inject({
      method: 'POST',
      url: `/api/v1/orgs/${org.slug}/frameworks/${path}`,
      headers: { cookie: actor.cookie },
      payload: body as object,
    })
    return { status: response.statusCode, body: response.json() as unknown }
  }
  const ok = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await post(path, body)
    if (answer.status >= 400) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
  return {
    preview: (body: Sent) => ok<ImportPreview>('import/preview', body),
    apply: (body: Sent) => ok<{ id: string; installed: boolean }>('import/apply', body),
    refused: async (path: string, body: unknown) => {
      const answer = await post(path, body)
      if (answer.status < 400) throw new Error(`expected a refusal, got ${answer.status}`)
      return answer.body as ErrorBody
    },
    post: ok,
  }
}
