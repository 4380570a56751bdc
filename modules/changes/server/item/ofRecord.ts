import { readableRecord } from '@heng/records/reads'
import { allows, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { PlannedChange } from '../../contract/index.ts'
import { openStates } from '../set/rules.ts'
import { specialFields } from '../special/fields.ts'
import { readable } from './list.ts'
import { namesIn } from './names.ts'
import { inOrder } from './rules.ts'
import type { StoredItem } from './store.ts'
import { isTarget } from './targets.ts'

interface Found extends Pick<StoredItem, 'id' | 'version' | 'action' | 'before' | 'after' | 'note'> {
  readonly set: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly owner: string | null
  readonly plannedOn: string | null
}

/**
 * What open change sets mean to change of a record, for whoever may read the record, and the drafts that the caller may add it to. Five
 * statements.
 */
export const ofRecord = async (ctx: Ctx, { noun, recordId }: { noun: string; recordId: string }) => {
  const { resource, row } = await readableRecord(ctx, noun, recordId)
  const { rows } = await sql<Found>`select i.id, i.version, i.action, i.before, i.after, i.note, s.id as set, s.reference, s.title, s.state, s.owner, s.planned_on as "plannedOn"
    from change_item i join change_set s on s.org_id = i.org_id and s.id = i.change_set
    where i.org_id = ${ctx.org.id} and i.noun = ${noun} and i.record_id = ${recordId} and s.archived_at is null and s.state = any(${[...openStates]}::text[])
    order by s.planned_on nulls last, s.id`.execute(ctx.tx)
  const may = (verb: 'read' | 'write', owner: string | null) => allows(ctx, `changeSet:${verb}`, { ownerIds: [owner] })
  const { rows: drafts } = await sql<{ id: string; reference: string; title: string; owner: string | null }>`select id, reference, title, owner from change_set
    where org_id = ${ctx.org.id} and state = 'draft' and archived_at is null order by id desc limit 50`.execute(ctx.tx)
  const special = specialFields.some((s) => s.noun === noun && allows(ctx, s.permission, resource))
  const own = Object.keys(ctx.kit.registers.get(noun)!.noun.fields)
  const changesOf = (item: Found) => inOrder(own, item.after).map((field) => ({ field, before: readable(ctx, noun, field, item.before[field]), after: readable(ctx, noun, field, item.after[field]) }))
  return {
    planned: rows.map((item): PlannedChange => ({
      set: {
        id: item.set, reference: item.reference, title: item.title, state: item.state, plannedOn: item.plannedOn,
        mayRead: may('read', item.owner), mayEdit: item.state === 'draft' && may('write', item.owner),
      },
      item: { id: item.id, version: item.version, action: item.action, note: item.note, changes: changesOf(item) },
    })),
    drafts: drafts.filter((d) => may('write', d.owner)).map(({ id, reference, title }) => ({ id, reference, title })),
    mayPlan: isTarget(ctx.kit, noun) && row.archivedAt === null && allows(ctx, 'changeSet:write') && (special || allows(ctx, `${noun}:write`, resource)),
    labels: await namesIn(ctx, rows.flatMap(({ before, after }) => [before, after].map((values: Values) => ({ noun, values })))),
  }
}
