import { forbidden, HengError } from '@heng/contract'
import { reach, type Ctx } from '@heng/server-kit'
import { accountsOf } from '@heng/directory/reads'
import { sql, type RawBuilder } from 'kysely'
import { presentEntries, readEntries, type StoredEntry } from './entries.ts'
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

const encode = ({ valid_from, seq }: StoredEntry): string => Buffer.from(`${valid_from} ${seq}`).toString('base64url')
const decode = (cursor: string): { at: string; seq: number } => {
  const [, at, seq] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at === undefined) throw new HengError('badCursor', { status: 400 })
  return { at, seq: Number(seq) }
}

/** The audit trail of the organisation, newest first; at most four statements whatever the page size. */
export const feed = async (ctx: Ctx, input: Input) => {
  const { nouns, actor, action, from, to, cursor, limit = 50 } = input
  // The trail does not know units: a right that reaches only some of them would show the others', too.
  if (reach(ctx, 'history:read').kind !== 'all') throw forbidden()
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (nouns !== undefined && nouns.length > 0) {
    // One noun reads its own index in order; several are sorted out while reading the trail.
    conditions.push(nouns.length === 1 ? sql`h.noun = ${nouns[0]}` : sql`h.noun = any(${nouns}::text[])`)
  }
  if (actor === 'system') conditions.push(sql`h.actor_id is null`)
  else if (actor !== undefined) {
    const account = (await accountsOf(ctx, [actor])).get(actor)
    if (account === undefined) return { items: [], next: null, labels: {} }
    conditions.push(sql`h.actor_id = ${account}`)
  }
  if (action !== undefined) conditions.push(sql`h.action = ${action}`)
  if (from !== undefined) conditions.push(sql`h.valid_from >= (${from}::date::timestamp at time zone ${ctx.org.timezone})`)
  if (to !== undefined) conditions.push(sql`h.valid_from < ((${to}::date + 1)::timestamp at time zone ${ctx.org.timezone})`)
  if (cursor !== undefined) {
    const { at, seq } = decode(cursor)
    conditions.push(sql`(h.valid_from, h.seq) < (${at}::timestamptz, ${seq}::bigint)`)
  }
  const rows = await readEntries(ctx, sql.join(conditions, sql` and `), sql`h.valid_from desc, h.seq desc`, limit + 1)
  const shown = rows.slice(0, limit)
  const items = await presentEntries(ctx, shown, { withAddress: true })
  return { items, next: rows.length > limit ? encode(shown.at(-1)!) : null, labels: await labelsOfTrail(ctx, items) }
}
