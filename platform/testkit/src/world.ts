import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ErrorBody, metaOf, type Operation, requestOf, type Role } from '@heng/contract'
import { compose, migrationSteps, type Composition } from '@heng/composition'
import { createTestDatabase } from '@heng/database/testing'
import { createDirectory } from '@heng/directory/server'
import { asSystem, countStatements, createLog, createRecords, pastVersion, readConfig, relayOutbox, type Config, type Ctx, type HengModule, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'

const password = 'a-test-password-of-some-length-7'
const secret = 'test-secret-test-secret-test-secret-test-secret'

/** What any request may send to the database besides session and transaction, whatever its size. */
const mostStatements = 12
/** Verbs that bring in a whole organisation, or the framework that an organisation lacks: once in its life. And the look at a report, which asks every room; and a round of retests, which moves to two states. */
const further: Readonly<Record<string, number>> = { 'setup.create': 25, 'soa.newVersion': 19, 'report.preview': 60, 'penetrationTest.retest': 22 }

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody signed in: calls operations over HTTP as the browser would. */
export interface Actor {
  readonly personId: string
  readonly cookie: string
  /** The answer; an error response throws `CallError`. `org` is filled in. */
  call: <Given, Shown>(operation: Operation<Given, unknown, unknown, Shown>, input: Omit<Given, 'org'> & { org?: string }, options?: CallOptions) => Promise<Shown>
  /** The error that a call is refused with; a call that succeeds throws. */
  refusal: <Given>(operation: Operation<Given>, input: Omit<Given, 'org'> & { org?: string }, options?: CallOptions) => Promise<ErrorBody>
}

export class CallError extends Error {
  readonly body: ErrorBody
  constructor(body: ErrorBody) {
    super(`${body.status} ${body.code}: ${body.message} ${JSON.stringify(body.fields ?? '')}`)
    this.body = body
  }
}

export interface TestOrganisation {
  readonly id: string
  readonly slug: string
  readonly rootUnit: string
  /** A new person with an account and these roles; each role may be limited to a unit. */
  actor: (roles?: readonly (Role | { role: Role; unit: string | null })[], name?: string) => Promise<Actor>
  /** Runs `work` as the system itself, as jobs and subscriptions do. */
  asSystem: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Delivers the events of committed verbs to their subscribers now. */
  settle: () => Promise<void>
}

export interface TestWorld {
  readonly kit: Kit
  readonly composition: Composition
  organisation: (slug?: string) => Promise<TestOrganisation>
  anonymous: Pick<Actor, 'call' | 'refusal'>
  close: () => Promise<void>
}

/**
 * The real server on a real PostgreSQL database of its own, without a port: for tests of verbs. Rooms are the
 * room under test and those it stands on; `settings` replaces parts of the configuration.
 */
export const createWorld = async (rooms: readonly HengModule[], settings: Partial<Config> = {}): Promise<TestWorld> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'heng-test-data-'))
  const config = { ...readConfig({ HENG_LOG: process.env.HENG_LOG ?? 'fatal', HENG_DATA: dataDir }), publicUrl: 'http://localhost:4600', ...settings }
  const log = createLog(config.logLevel)
  const steps = migrationSteps([createDirectory(secret).module, ...rooms])
  const key = createHash('sha256').update(JSON.stringify([pastVersion, steps.map(({ module, id, sql: step }) => [module, id, String(step)])])).digest('hex').slice(0, 32)
  const label = `rooms_${createHash('sha256').update(rooms.map((r) => r.name).join()).digest('hex').slice(0, 8)}`
  const database = await createTestDatabase({
    label,
    key,
    build: async (pool) => {
      const url = pool.options.connectionString!
      const built = await compose({ config, log, databaseUrl: url, secret, rooms, version: 'test' })
      await built.close()
    },
  })
  const composition = await compose({ config, log, databaseUrl: database.url, secret, rooms, version: 'test' })
  const { kit, app } = composition
  await app.ready()

  const caller = (cookie: string, slug: string) => {
    const send = async (operation: Operation, input: Record<string, unknown>, options: CallOptions = {}) => {
      const { method, path, body } = requestOf(operation, { org: slug, ...input })
      const { value, statements } = await countStatements(async () =>
        app.inject({ method: method as 'GET', url: `/api/v1${path}`, headers: { cookie, 'x-heng-client': 'web', ...options.headers }, ...(body === undefined ? {} : { payload: body }) }))
      const { id } = metaOf(operation)
      const most = further[id] ?? mostStatements
      if (statements > most) throw new Error(`${id} took ${statements} statements; ${most} are allowed`)
      return value
    }
    return {
      call: async (operation: Operation, input: object, options?: CallOptions) => {
        const response = await send(operation, input as never, options)
        const body: unknown = response.json()
        if (response.statusCode >= 400) throw new CallError(body as ErrorBody)
        return body
      },
      refusal: async (operation: Operation, input: object, options?: CallOptions) => {
        const response = await send(operation, input as never, options)
        if (response.statusCode < 400) throw new Error(`expected a refusal, got ${response.statusCode}: ${response.body.slice(0, 300)}`)
        return response.json() as ErrorBody
      },
    } as Pick<Actor, 'call' | 'refusal'>
  }

  let count = 0
  const organisation = async (slug = `org${++count}`): Promise<TestOrganisation> => {
    const id = v7()
    await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
      values (${id}, ${slug}, ${slug}, 'en', 'Asia/Shanghai', 'CNY', '{"riskMethod":"gbt20984-2022"}')`.execute(kit.db)
    const system = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem(kit, id, 'job', 'test', work)
    const registers = (name: string) => kit.registers.get(name)!
    const [root] = await system((ctx) => createRecords(ctx, registers('unit'), [{ name: 'Head office' }]))
    const actor: TestOrganisation['actor'] = async (roles = [], name = `Person ${++count}`) => {
      const email = `p${++count}.${id.slice(-6)}@example.com`
      const userId = v7()
      const personId = await system(async (ctx) => {
        const [person] = await createRecords(ctx, registers('person'), [{ name, email, unit: root!.id }])
        await createRecords(ctx, registers('roleAssignment'), roles.map((r) => (typeof r === 'string' ? { role: r } : r)).map((r) => ({
          person: person!.id, unit: null, ...r, validUntil: r.role === 'externalAuditor' ? '2099-12-31' : null,
        })))
        await sql`insert into membership (org_id, user_id, person) values (${id}, ${userId}, ${person!.id})`.execute(ctx.tx)
        return person!.id
      })
      await createAccount(kit, userId, name, email)
      // Tests sign in more people a minute than an address may; the limit itself is tested in the directory.
      await sql`delete from auth."rateLimit"`.execute(kit.db)
      const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password }, headers: { 'x-forwarded-for': '127.0.0.1' } })
      if (response.statusCode !== 200) throw new Error(`sign-in failed: ${response.body}`)
      const cookie = [response.headers['set-cookie']].flat().map((c) => c!.split(';')[0]).join('; ')
      return { personId, cookie, ...caller(cookie, slug) }
    }
    return { id, slug, rootUnit: root!.id, actor, asSystem: system, settle: () => relayOutbox(kit, id) }
  }

  return {
    kit,
    composition,
    organisation,
    anonymous: caller('', 'none'),
    close: async () => {
      await composition.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

let hash: Promise<string> | undefined
const createAccount = async (kit: Kit, userId: string, name: string, email: string): Promise<void> => {
  // One hash for all test accounts: argon2id is slow on purpose.
  hash ??= import('@node-rs/argon2').then((argon) => argon.hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))
  await sql`insert into auth."user" (id, name, email, "emailVerified") values (${userId}, ${name}, ${email}, false)`.execute(kit.db)
  await sql`insert into auth."account" (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${v7()}, ${userId}, 'credential', ${userId}, ${await hash}, now())`.execute(kit.db)
}
