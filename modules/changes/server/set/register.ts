import { HengError } from '@heng/contract'
import { allows, register, type ChangeAction, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { changeSet as noun, type ChangeSetState } from '../../contract/index.ts'
import { mayBeArchived, mayBecome } from './rules.ts'

const derive = (ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { before, after } of drafts) {
    after.state ??= 'draft'
    if (before === null) after.owner ??= ctx.caller.personId
  }
}

const check = (_ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): void => {
  for (const { before, after } of drafts) {
    if (before === null) continue
    const [was, is] = [before.state as ChangeSetState, after.state as ChangeSetState]
    if (was !== is && !mayBecome(was, is)) throw new HengError('changes.state', { status: 409, params: { reference: before.reference } })
    if (was !== is) continue
    if (action === 'updated' ? was !== 'draft' : action === 'archived' && !mayBeArchived(was)) throw new HengError('changes.frozen', { status: 409, params: { reference: before.reference } })
  }
}

const byState: Readonly<Record<ChangeSetState, readonly string[]>> = {
  draft: ['edit', 'preview', 'submit', 'withdraw'],
  inReview: [],
  approved: ['preview', 'apply', 'revise', 'withdraw'],
  rejected: ['preview', 'revise', 'withdraw'],
  applied: ['revert'],
  reverted: [],
  withdrawn: [],
}
const permissionOf = (action: string) => (action === 'apply' || action === 'submit' ? (`changeSet:${action}` as const) : 'changeSet:write')

const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (row.archivedAt !== null) return []
  const resource = { ownerIds: [row.owner as string | null] }
  return byState[row.state as ChangeSetState].filter((action) => allows(ctx, permissionOf(action), resource))
}

export const changeSet = register(noun, {
  table: 'change_set',
  importable: false,
  defaultSort: '-id',
  computed: { items: sql`(select count(*)::int from change_item i where i.org_id = t.org_id and i.change_set = t.id)` },
  frozen: (row) => row.state !== 'draft',
  derive,
  check,
  actions,
})
