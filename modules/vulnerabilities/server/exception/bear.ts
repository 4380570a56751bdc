import { emit, rowsByIds, updateRecords, type Ctx, type StoredRow, type Subscription } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { vulnerability } from '../vulnerability/register.ts'
import { isOpen, type State } from '../vulnerability/states.ts'
import { giveBack } from './giveBack.ts'
import { vulnerabilityException } from './register.ts'

/** So many move within the request that decides; more would take statements of their own, so the rest follow it. */
const atOnce = 100
const unsettled = 'vulnerabilityException.unsettled'

/** Those of these that are open still, locked. */
export const openAmong = async (ctx: Ctx, ids: readonly string[]): Promise<StoredRow[]> =>
  (await rowsByIds(ctx, vulnerability, ids, true)).filter((one) => one.archivedAt === null && isOpen(one.state as State))

const accept = async (ctx: Ctx, row: StoredRow, open: readonly StoredRow[]): Promise<void> => {
  const reason = `${row.reference} ${row.title as string}`
  await updateRecords(asRoom(ctx), vulnerability, open.map(({ id }) => ({
    id, values: { state: 'accepted', acceptedUntil: row.until, exception: row.id, rank: null, stateSince: ctx.now.toISOString(), stateBy: ctx.caller.personId, stateReason: reason },
  })), reason, 'updated', { recordedAs: 'accepted', search: 'later' })
}

/** Bears these under an approved acceptance: a hundred at once, the rest right after the request. */
export const bear = async (ctx: Ctx, row: StoredRow, open: readonly StoredRow[]): Promise<void> => {
  await accept(ctx, row, open.slice(0, atOnce))
  if (open.length > atOnce) await emit(ctx, unsettled, { id: row.id })
}

/** Opens what an acceptance bore: a hundred at once, the rest right after the request. */
export const unbear = async (ctx: Ctx, row: StoredRow, why: string): Promise<void> => {
  const ids = row.vulnerabilities as string[]
  await giveBack(ctx, [{ id: row.id, why, vulnerabilities: ids.slice(0, atOnce) }])
  if (ids.length > atOnce) await emit(ctx, unsettled, { id: row.id, why })
}

/** The rest of what a decision moves; told again it moves nothing. */
export const settleExceptions: readonly Subscription[] = [{
  name: 'vulnerabilities.exception.unsettled', event: unsettled,
  handle: async (ctx, { payload }) => {
    const { id, why } = payload as { id: string; why?: string }
    const [row] = await rowsByIds(ctx, vulnerabilityException, [id], true)
    if (row?.state === 'approved') await accept(ctx, row, await openAmong(ctx, row.vulnerabilities as string[]))
    else if (row !== undefined && why !== undefined) await giveBack(ctx, [{ id, why, vulnerabilities: row.vulnerabilities as string[] }])
  },
}]
