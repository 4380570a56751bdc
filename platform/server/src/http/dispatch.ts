import { forbidden, HengError, metaOf, negotiateLocale, notFound, unauthenticated, type Locale, type Operation, type OperationMeta, type Permission } from '@heng/contract'
import type { FastifyRequest } from 'fastify'
import { reach } from '../authorise/authorise.ts'
import { systemCaller, type Caller, type Ctx, type Organisation } from '../context.ts'
import { inOrganisation, uncounted, type Mode, type Tx } from '../db/pool.ts'
import type { Identity, SignedIn } from '../identity.ts'
import type { Kit } from '../kit.ts'
import { once } from '../verbs/idempotency.ts'
import { fromIssues } from './errors.ts'

export const localeOf = (request: FastifyRequest): Locale => negotiateLocale(request.headers['accept-language'])

const originOf = (request: FastifyRequest): Ctx['origin'] => ({
  via: request.headers['x-heng-client'] === 'web' && request.headers.authorization === undefined ? 'web' : 'api',
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

/** Who was let in, before the input was even looked at. */
export interface Admitted {
  readonly user: SignedIn | null
  readonly place: { readonly org: Organisation; readonly caller: Caller } | null
}

const slugOf = (request: FastifyRequest): string => decodeURIComponent(/\/orgs\/([^/?]+)/.exec(request.url)?.[1] ?? '')

/** Session → membership → permission. Comes first, so that a refused caller learns nothing about inputs. */
export const admit = async (kit: Kit, identity: Identity, meta: OperationMeta, request: FastifyRequest): Promise<Admitted> => {
  if (meta.permission === 'public') return { user: null, place: null }
  const user = await uncounted(() => identity.session(request))
  if (user === null) throw unauthenticated()
  if (meta.scope === 'platform') {
    if (meta.writes && user.by === 'token') throw new HengError('sessionNeeded', { status: 403 })
    return { user, place: null }
  }
  return { user, place: await enter(kit, identity, user, slugOf(request), meta.permission) }
}

const enter = async (kit: Kit, identity: Identity, user: SignedIn, slug: string, permission: Permission | 'signedIn') => {
  const place = await uncounted(() => identity.membership(user, slug))
  if (place === null) throw notFound('organisation')
  if (permission !== 'signedIn' && reach({ kit, caller: place.caller }, permission).kind === 'none') throw forbidden()
  return place
}

/**
 * The rest of the pipeline once the input is parsed: one transaction { idempotency → verb → output check }. A failure
 * anywhere rolls back everything.
 */
export const dispatch = (kit: Kit, operation: Operation, handler: AnyHandler) => {
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

  return async (request: FastifyRequest, { user, place }: Admitted, input: unknown): Promise<unknown> => {
    if (place === null) {
      const ctx: PlatformCtx = { kit, user, request, locale: localeOf(request), origin: originOf(request), now: new Date() }
      return checkOutput(await (handler as (ctx: PlatformCtx, input: unknown) => Promise<unknown>)(ctx, input))
    }
    return inPlace(kit, request, place, meta.writes ? 'write' : 'read', async (ctx) => {
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
  permission: Permission | 'signedIn', mode: Mode, work: (ctx: Ctx) => Promise<T>,
): Promise<T> => {
  const user = await uncounted(() => identity.session(request))
  if (user === null) throw unauthenticated()
  return inPlace(kit, request, await enter(kit, identity, user, slug, permission), mode, work)
}

const inPlace = <T>(
  kit: Kit, request: FastifyRequest, { org, caller }: { org: Organisation; caller: Caller }, mode: Mode, work: (ctx: Ctx) => Promise<T>,
): Promise<T> =>
  inOrganisation(kit.db, org.id, mode, (tx) =>
    work(makeCtx(kit, tx, org, { caller, locale: localeOf(request), origin: originOf(request) })))

export const makeCtx = (kit: Kit, tx: Tx, org: Organisation, who: Pick<Ctx, 'caller' | 'locale' | 'origin'>): Ctx => ({
  kit, tx, org, ...who, now: new Date(), operation: null, log: kit.log,
})

/** A transaction of the system itself: jobs, subscriptions, set-up. */
export const asSystem = async <T>(kit: Kit, orgId: string, via: Ctx['origin']['via'], requestId: string, work: (ctx: Ctx) => Promise<T>, mode: Mode = 'write'): Promise<T> =>
  inOrganisation(kit.db, orgId, mode, async (tx) => work(await systemCtx(kit, tx, orgId, { via, requestId })))

/** The system itself inside a transaction that has entered the organisation: by `asSystem`, or by `enterOrganisation` at set-up. */
export const systemCtx = async (kit: Kit, tx: Tx, orgId: string, origin: Ctx['origin']): Promise<Ctx> => {
  const row = await tx.selectFrom('organisation').selectAll().where('id', '=', orgId).executeTakeFirst()
  if (row === undefined) throw new HengError('notFound', { status: 404, params: { what: 'organisation' } })
  const org = { ...row, locale: row.locale as Locale }
  return makeCtx(kit, tx, org, { caller: systemCaller, locale: org.locale, origin })
}

/** A transaction with the rights that a member has now, for work that they began and that outlives their request. Throws `forbidden` when they have left. */
export const asMember = async <T>(
  kit: Kit, identity: Pick<Identity, 'membership'>, orgId: string, userId: string, requestId: string, work: (ctx: Ctx) => Promise<T>, mode: Mode = 'write',
): Promise<T> => {
  const row = await kit.db.selectFrom('organisation').select('slug').where('id', '=', orgId).executeTakeFirst()
  const membership = row === undefined ? null : await identity.membership({ userId, name: '', email: '', locale: null, by: 'session' }, row.slug)
  if (membership === null) throw forbidden()
  const { org, caller } = membership
  return inOrganisation(kit.db, org.id, mode, (tx) => work(makeCtx(kit, tx, org, { caller, locale: org.locale, origin: { via: 'job', requestId } })))
}
