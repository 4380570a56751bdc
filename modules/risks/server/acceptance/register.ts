import { allows, register, type Ctx, type StoredRow } from '@heng/server-kit'
import { riskAcceptance as noun } from '../../contract/acceptance.ts'
import { holds, type Authority } from './rules.ts'

const resource = (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [row.owner as string | null] })

/** Whether it is this caller's turn. */
export const mayDecide = (ctx: Ctx, row: StoredRow): boolean => {
  if (!allows(ctx, 'riskAcceptance:decide', resource(row))) return false
  const isOwner = row.owner !== null && row.owner === ctx.caller.personId
  if (row.state === 'requested') return isOwner
  return row.state === 'escalated' && !isOwner && holds(row.authority as Authority, ctx.caller.roles, row.unit as string | null)
}
export const mayWithdraw = (ctx: Ctx, row: StoredRow): boolean =>
  ['requested', 'escalated', 'accepted'].includes(row.state as string) && allows(ctx, 'riskAcceptance:request', resource(row))

export const acceptance = register(noun, {
  table: 'risk_acceptance',
  defaultSort: '-id',
  actions: (ctx, row) => [...(mayDecide(ctx, row) ? ['decide'] : []), ...(mayWithdraw(ctx, row) ? ['withdraw'] : [])],
})
