import { forbidden, HengError, notFound } from '@heng/contract'
import { changesBetween, mayLook, pastInstant, type ChangeKind, type Ctx } from '@heng/server-kit'

interface Input {
  readonly noun: string
  readonly from: string
  readonly to?: string
  readonly kind?: ChangeKind
  readonly cursor?: string
  readonly limit?: number
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Compares a register at two instants. */
export const changes = async (ctx: Ctx, { noun, from, to, kind, cursor, limit = 50 }: Input) => {
  const reg = ctx.kit.registers.get(noun)
  if (reg === undefined) throw notFound('record')
  if (!mayLook(ctx, reg)) throw forbidden()
  if (cursor !== undefined && !uuid.test(cursor)) throw new HengError('badCursor', { status: 400 })
  const [since, until] = [pastInstant(from, 'from')!, pastInstant(to, 'to') ?? ctx.now]
  if (since >= until) throw new HengError('invalid', { fields: [{ path: 'to', code: 'instantOrder' }] })
  return { from: since.toISOString(), to: until.toISOString(), ...(await changesBetween(ctx, reg, { from: since, to: until, kind, after: cursor, limit })) }
}
