import { HengError, invalid } from '@heng/contract'
import { allows, register, type ChangeAction, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { vulnerabilityException as noun } from '../../contract/exception.ts'
import { isOpen, type State } from '../vulnerability/states.ts'
import { listed, type Listed } from './store.ts'

const mayExcept = (ctx: Ctx, { unit, owner, assignee }: Listed): boolean => allows(ctx, 'vulnerabilityException:write', { unitId: unit, ownerIds: [owner, assignee] })

/** Only what is open can be borne, and only what the caller may ask about; what one may not see is answered like what is not there. */
export const checkListed = (ctx: Ctx, ids: readonly string[], rows: readonly Listed[]): void => {
  if (rows.length < new Set(ids).size || rows.some((row) => !mayExcept(ctx, row))) throw invalid('vulnerabilities', 'reference')
  const ended = rows.find((row) => row.archived || !isOpen(row.state as State))
  if (ended !== undefined) throw new HengError('vulnerabilityException.notOpen', { status: 409, params: { reference: ended.reference }, fields: [{ path: 'vulnerabilities', code: 'custom' }] })
}

const idsOf = (row: StoredRow): string[] => row.vulnerabilities as string[]

/** By hand only drafts change, and only they are asked about; the room's own verbs move the rest. */
const check = async (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): Promise<void> => {
  for (const { before, after } of drafts) {
    if (before !== null && before.state !== 'draft' && (!ctx.caller.system || after.state === 'inReview')) throw new HengError('vulnerabilityException.state', { status: 409 })
  }
  if (ctx.caller.system) return
  if (action === 'archived' || action === 'restored') return
  const ids = [...new Set(drafts.flatMap(({ after }) => idsOf(after)))]
  checkListed(ctx, ids, await listed(ctx, ids))
}

/** What of it the caller may do, for the page to offer. */
const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (row.archivedAt !== null || !allows(ctx, 'vulnerabilityException:write', { ownerIds: [row.requestedBy as string | null] })) return []
  return row.state === 'draft' ? ['submit'] : row.state === 'approved' ? ['end'] : []
}

export const vulnerabilityException = register(noun, {
  table: 'vulnerability_exception',
  importable: false,
  links: { vulnerabilities: { table: 'vulnerability_exception_vulnerability', own: 'exception', other: 'vulnerability' } },
  derive: (ctx, drafts) => {
    for (const { before, after } of drafts) if (before === null) Object.assign(after, { state: 'draft', requestedBy: ctx.caller.personId })
  },
  check,
  actions,
  frozen: (row) => row.state !== 'draft',
})
