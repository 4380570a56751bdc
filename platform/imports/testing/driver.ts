import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import type { AnsweredOf } from '@heng/contract'
import { imports, type Mapping } from '../contract/index.ts'

type Details = AnsweredOf<typeof imports.import.details>

/** Puts a file up and answers with its id, or with the error. */
export const upload = async (world: TestWorld, org: Pick<TestOrganisation, 'slug'>, actor: Actor, bytes: Buffer, name = 'list.csv'): Promise<{ status: number; body: { uploadId: string; code?: string } }> => {
  const response = await world.composition.app.inject({
    method: 'PUT', url: `/api/v1/orgs/${org.slug}/import-uploads?name=${encodeURIComponent(name)}`, payload: bytes,
    headers: { cookie: actor.cookie, 'content-type': 'application/octet-stream', 'x-heng-client': 'web' },
  })
  return { status: response.statusCode, body: response.json() }
}

export const begin = async (world: TestWorld, org: TestOrganisation, actor: Actor, bytes: Buffer, noun = 'device', name = 'list.csv') => {
  const { body } = await upload(world, org, actor, bytes, name)
  const session = await actor.call(imports.import.create, { noun, uploadId: body.uploadId })
  return { session, details: await actor.call(imports.import.details, { id: session.id }) }
}

/** Waits until no step of the session runs. */
export const settled = async (actor: Actor, id: string): Promise<Details> => {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const details = await actor.call(imports.import.details, { id })
    if (details.job === null || !['waiting', 'running'].includes(details.job.state)) return details
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the step did not end')
}

/** From the file to the report of the dry run. */
export const dryRun = async (world: TestWorld, org: TestOrganisation, actor: Actor, bytes: Buffer, change: Partial<Mapping> = {}, noun = 'device') => {
  const { session, details } = await begin(world, org, actor, bytes, noun)
  const mapped = await actor.call(imports.import.map, { id: session.id, version: session.version, mapping: { ...details.suggested, ...change } })
  await actor.call(imports.import.check, { id: session.id, version: mapped.version })
  return { id: session.id, report: await settled(actor, session.id) }
}

export const applyNow = async (actor: Actor, id: string) => {
  const { version } = await actor.call(imports.import.get, { id })
  await actor.call(imports.import.apply, { id, version })
  return settled(actor, id)
}

export const rowsOf = async (actor: Actor, id: string, action: 'create' | 'update' | 'unchanged' | 'skip' | 'error') =>
  (await actor.call(imports.import.rows, { id, action, limit: 200 })).items
