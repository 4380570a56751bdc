import { HengError, metaOf, negotiateLocale, notFound, unauthenticated, type Locale, type Operation, type Permission } from '@heng/contract'
import type { FastifyRequest } from 'fastify'
import { forbidden } from '@heng/contract'
import { reach } from '../authorise/authorise.ts'
import { systemCaller, type Ctx, type Organisation } from '../context.ts'
import { inOrganisation, type Tx } from '../db/pool.ts'
import type { Identity, SignedIn } from '../identity.ts'
import type { Kit } from '../kit.ts'
import { once } from '../verbs/idempotency.ts'
import { fromIssues } from './errors.ts'

export interface RequestContext {
  readonly request: FastifyRequest
}

export const localeOf = (request: FastifyRequest): Locale => negotiateLocale(request.headers['accept-language'])

const originOf = (request: FastifyRequest): Ctx['origin'] => ({
  via: request.headers['x-heng-client'] === 'web' ? 'web' : 'api',
  ip: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 200),
  requestId: request.id,
})

/** Platform operations (sign-in, set-up, "who am I") have no organisation; they get what they need by name. */
export interface PlatformCtx {
  readonly kit: Kit
  readonly user: SignedIn | null
  readonly request: FastifyRequest
  readonly locale: Locale
  readonly origin: Ctx['origin']
  readonly now: Date
}

type AnyHandler = (ctx: never, input: never) => Promise<unknown>

/**
 * The pipeline of every operation: session → membership → permission → (input was parsed) → one transaction
 * { idempotency → verb → output check }. A failure anywhere rolls back everything.
 */
export const dispatch = (kit: Kit, identity: Identity, operation: Operation, handler: AnyHandler) => {
  const meta = metaOf(operation)
  const outputSchema = operation['~orpc'].outputSchema
  const checkOutput = async (value: unknown): Promise<unknown> => {
    if (outputSchema === undefined) return value
    const checked = await outputSchema['~standard'].validate(value)
    if (checked.issues !== undefined) {
      throw new Error(`output of ${meta.id} does not fit its contract: ${JSON.stringify(fromIssues(checked.issues).fields)}`)
    }
    return checked.value
  }

  return async (request: FastifyRequest, input: unknown): Promise<unknown> => {
    const locale = localeOf(request)
    const user = meta.permission === 'public' ? null : await identity.session(request)
    if (meta.permission !== 'public' && user === null) throw unauthenticated()
    if (meta.scope === 'platform') {
      const ctx: PlatformCtx = { kit, user, request, locale, origin: originOf(request), now: new Date() }
      return checkOutput(await (handler as (ctx: PlatformCtx, input: unknown) => Promise<unknown>)(ctx, input))
    }
    const { org: slug } = input as { org: string }
    return withCaller(kit, identity, request, slug, meta.permission as Permission, meta.writes ? 'write' : 'read', async (ctx) => {
      const inner: Ctx = { ...ctx, operation: meta }
      const run = async () => checkOutput(await (handler as (ctx: Ctx, input: unknown) => Promise<unknown>)(inner, input))
      if (!meta.writes) return run()
      const key = request.headers['idempotency-key']
      return once(inner, typeof key === 'string' ? key.slice(0, 200) : undefined, input, run)
    })
  }
}

/** Opens a transaction for the signed-in caller of a request; also the way in for streams that have no contract. */
export const withCaller = async <T>(
  kit: Kit, identity: Identity, request: FastifyRequest, slug: string,
  permission: Permission | 'signedIn', mode: 'read' | 'write', work: (ctx: Ctx) => Promise<T>,
): Promise<T> => {
  const user = await identity.session(request)
  if (user === null) throw unauthenticated()
  const membership = await identity.membership(user, slug)
  if (membership === null) throw notFound('organisation')
  const { org, caller } = membership
  if (permission !== 'signedIn' && reach({ kit, caller }, permission).kind === 'none') throw forbidden()
  return inOrganisation(kit.db, org.id, mode, (tx) =>
    work(makeCtx(kit, tx, org, { caller, locale: localeOf(request), origin: originOf(request) })))
}

export const makeCtx = (kit: Kit, tx: Tx, org: Organisation, who: Pick<Ctx, 'caller' | 'locale' | 'origin'>): Ctx => ({
  kit, tx, org, ...who, now: new Date(), operation: null, log: kit.log,
})

/** A transaction of the system itself: jobs, subscriptions, set-up. */
export const asSystem = async <T>(kit: Kit, orgId: string, via: Ctx['origin']['via'], requestId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inOrganisation(kit.db, orgId, 'write', async (tx) => {
    const row = await tx.selectFrom('organisation').selectAll().where('id', '=', orgId).executeTakeFirst()
    if (row === undefined) throw new HengError('notFound', { status: 404, params: { what: 'organisation' } })
    const org = { ...row, locale: row.locale as Locale }
    return work(makeCtx(kit, tx, org, { caller: systemCaller, locale: org.locale, origin: { via, requestId } }))
  })
