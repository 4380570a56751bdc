import { forbidden } from '@heng/contract'
import { reach, type Ctx } from '@heng/server-kit'
import { accountsOf } from '@heng/directory/reads'
import { sql, type RawBuilder } from 'kysely'
import { decodeSeq, encodeSeq } from '../record/cursor.ts'
import { presentEntries, readEntries } from './entries.ts'
import { labelsOfTrail } from './labels.ts'

interface Input {
  readonly nouns?: readonly string[]
  readonly actor?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
  readonly cursor?: string
  readonly limit?: number
}

/** The audit trail of the organisation, newest first; at most four statements whatever the page size. */
export const feed = async (ctx: Ctx, input: Input) => {
  const { nouns, actor, action, from, to, cursor, limit = 50 } = input
  // The trail does not know units: a right that reaches only some of them would show the others', too.
  if (reach(ctx, 'history:read').kind !== 'all') throw forbidden()
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (nouns !== undefined && nouns.length > 0) conditions.push(sql`h.noun = any(${nouns}::text[])`)
  if (actor === 'system') conditions.push(sql`h.actor_id is null`)
  else if (actor !== undefined) {
    const account = (await accountsOf(ctx, [actor])).get(actor)
    if (account === undefined) return { items: [], next: null, labels: {} }
    conditions.push(sql`h.actor_id = ${account}`)
  }
  if (action !== undefined) conditions.push(sql`h.action = ${action}`)
  if (from !== undefined) conditions.push(sql`h.valid_from >= (${from}::date::timestamp at time zone ${ctx.org.timezone})`)
  if (to !== undefined) conditions.push(sql`h.valid_from < ((${to}::date + 1)::timestamp at time zone ${ctx.org.timezone})`)
  const before = decodeSeq(cursor)
  if (before !== null) conditions.push(sql`h.seq < ${before}::bigint`)
  const rows = await readEntries(ctx, sql.join(conditions, sql` and `), sql`h.seq desc`, limit + 1)
  const shown = rows.slice(0, limit)
  const items = await presentEntries(ctx, shown, { withAddress: true })
  return { items, next: rows.length > limit ? encodeSeq(shown.at(-1)!.seq) : null, labels: await labelsOfTrail(ctx, items) }
}
