import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface StoredComment {
  readonly id: string
  readonly seq: number
  readonly version: number
  readonly noun: string
  readonly record_id: string
  readonly author: string
  readonly author_name: string
  readonly body: string | null
  readonly mentions: string[]
  readonly created_at: string
  readonly edited_at: string | null
  readonly deleted_at: string | null
  readonly deleted_by: string | null
}

export const insertComment = async (ctx: Ctx, values: Pick<StoredComment, 'id' | 'noun' | 'record_id' | 'author' | 'author_name' | 'body' | 'mentions'>): Promise<StoredComment> => {
  const { rows } = await sql<StoredComment>`
    insert into comment (id, org_id, version, noun, record_id, author, author_name, body, mentions, created_at)
    values (${values.id}, ${ctx.org.id}, 1, ${values.noun}, ${values.record_id}, ${values.author}, ${values.author_name},
      ${values.body}, ${values.mentions}::uuid[], ${ctx.now})
    returning *`.execute(ctx.tx)
  return rows[0]!
}

/** The comment, locked until the verb ends. */
export const lockComment = async (ctx: Ctx, id: string): Promise<StoredComment> => {
  const { rows } = await sql<StoredComment>`select * from comment where org_id = ${ctx.org.id} and id = ${id} for update`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('comment')
  return rows[0]
}

export const saveComment = async (ctx: Ctx, { id, version, body, mentions, edited_at, deleted_at, deleted_by }: StoredComment): Promise<void> => {
  await sql`update comment set version = ${version}, body = ${body}, mentions = ${mentions}::uuid[], edited_at = ${edited_at},
      deleted_at = ${deleted_at}, deleted_by = ${deleted_by}
    where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
}

/** Newest first, before the cursor; the number of all comes along. */
export const pageOfComments = async (ctx: Ctx, noun: string, recordId: string, before: number | null, limit: number): Promise<{ rows: StoredComment[]; total: number }> => {
  const of = sql`org_id = ${ctx.org.id} and noun = ${noun} and record_id = ${recordId}`
  const { rows } = await sql<StoredComment & { total: number }>`
    select *, (select count(*) from comment where ${of} and deleted_at is null) as total from comment
    where ${of} and (${before}::bigint is null or seq < ${before}::bigint) order by seq desc limit ${limit}`.execute(ctx.tx)
  return { rows, total: rows[0]?.total ?? 0 }
}
