import { rowsByIds, type Ctx, type DomainEvent } from '@heng/server-kit'
import { notify } from '../notice/notify.ts'
import { holdersOf } from '../work/holders.ts'
import { assignedNotice } from '../work/notices.ts'
import { workItem } from '../work/register.ts'
import type { WorkRecord } from '../work/rules.ts'

/** New work is told to those whom it waits for, except to whoever gave it to themselves. */
export const tellNewWork = async (ctx: Ctx, { payload }: DomainEvent): Promise<void> => {
  const { ids } = payload as { ids: string[] }
  const rows = (await rowsByIds(ctx, workItem, ids)) as WorkRecord[]
  const open = new Map(rows.filter((row) => row.state === 'open').map((row) => [row.id, row]))
  const holders = await holdersOf(ctx, [...open.values()])
  await notify(ctx, holders.flatMap(({ item, person }) => {
    const row = open.get(item)!
    return row.createdBy === person ? [] : [assignedNotice(row, person)]
  }))
}
