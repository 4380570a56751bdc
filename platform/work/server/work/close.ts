import { updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { elevated } from '../elevated.ts'
import { workItem } from './register.ts'

/** Which open work is meant: of a kind, on a record or on any of several, and if named only that of these persons, or of all others. */
export interface WorkToClose {
  readonly kind: string
  readonly subject: { readonly id: string | readonly string[] }
  readonly assignees?: readonly string[]
  readonly except?: readonly string[]
}

export interface Closing {
  /** `done` by default; `cancelled` for work that is no longer needed. */
  readonly state?: 'done' | 'cancelled'
  readonly result?: string | null
  /** Who did it; by default the caller, if a person. */
  readonly by?: string | null
}

/** Closes open work because its record says that it is done or needed no more; nothing happens when there is none. Returns how many. */
export const closeWork = async (ctx: Ctx, what: WorkToClose, closing: Closing = {}): Promise<number> => {
  const { rows } = await sql<{ id: string }>`select id from work_item
    where org_id = ${ctx.org.id} and state = 'open' and kind = ${what.kind} and subject_id = any(${[what.subject.id].flat()}::uuid[])
      and (${what.assignees ?? null}::uuid[] is null or assignee = any(${what.assignees ?? null}::uuid[]))
      and (${what.except ?? null}::uuid[] is null or assignee is null or assignee <> all(${what.except ?? null}::uuid[]))`.execute(ctx.tx)
  if (rows.length === 0) return 0
  const state = closing.state ?? 'done'
  await updateRecords(elevated(ctx), workItem, rows.map(({ id }) => ({
    id,
    values: {
      state,
      result: closing.result ?? null,
      completedAt: ctx.now.toISOString(),
      completedBy: closing.by === undefined ? ctx.caller.personId : closing.by,
    },
  })), closing.result ?? undefined)
  return rows.length
}
