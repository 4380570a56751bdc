import { updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import type { Chosen } from './selection.ts'
import { scenario } from './register.ts'

/** Notes what became of scenarios, by whom and why. */
export const note = async (ctx: Ctx, rows: readonly Chosen[], status: string, values: (row: Chosen) => { risk?: string | null; reason?: string | null }): Promise<void> => {
  const reason = rows[0] === undefined ? undefined : (values(rows[0]).reason ?? undefined)
  await updateRecords(asRoom(ctx), scenario, rows.map((row) => ({
    id: row.id, values: { ...values(row), status, decidedBy: ctx.caller.personId, decidedAt: ctx.now.toISOString() },
  })), reason, 'updated', { recordedAs: status === 'proposed' ? 'reopened' : status })
}
