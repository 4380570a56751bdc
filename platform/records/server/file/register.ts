import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { FileRow } from '../../contract/attachment.ts'
import type { Received } from './store.ts'

export interface StoredFile extends FileRow {
  readonly uploadedBy: string | null
  readonly uploadedAt: string
  readonly heldBy: string | null
}

interface Raw {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly sha256: string
  readonly uploaded_by: string | null
  readonly uploaded_at: string
  readonly held_by: string | null
}
export const fileOf = ({ id, name, size, type, sha256 }: Pick<Raw, 'id' | 'name' | 'size' | 'type' | 'sha256'>): FileRow => ({ id, name, size, type, sha256 })

const stored = (raw: Raw): StoredFile => ({ ...fileOf(raw), uploadedBy: raw.uploaded_by, uploadedAt: raw.uploaded_at, heldBy: raw.held_by })

/**
 * Keeps clean-up and upload of one content apart until the transaction ends, in this process and in others, so that
 * no row ever names content that was just removed.
 */
export const lockContent = (sha256: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`heng.file.${sha256}`}, 0))`

export const insertFile = async (ctx: Ctx, name: string, { sha256, size, type }: Received, heldBy: string | null = null): Promise<FileRow> => {
  const id = v7()
  await sql`insert into file (id, org_id, sha256, size, name, type, uploaded_by, uploaded_by_name, uploaded_at, held_by)
    values (${id}, ${ctx.org.id}, ${sha256}, ${size}, ${name}, ${type}, ${ctx.caller.personId}, ${ctx.caller.name}, ${ctx.now}, ${heldBy})`.execute(ctx.tx)
  return { id, name, size, type, sha256 }
}

/** A file of this organisation whoever may see it: callers decide that. */
export const findFile = async (ctx: Ctx, id: string): Promise<StoredFile> => {
  const { rows } = await sql<Raw>`select * from file where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('file')
  return stored(rows[0])
}
