import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** A file that hangs on a record. */
export interface EvidenceFile {
  readonly noun: string
  readonly recordId: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: string
  readonly addedBy: string
}

/** Files on records of these nouns, in the order in which they were added, `size` at a time: one statement a piece. Only for those who may read all these records. */
export async function* evidenceFiles(ctx: Ctx, nouns: readonly string[], size = 1_000): AsyncGenerator<EvidenceFile[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<EvidenceFile & { id: string }>`
      select a.id, a.noun, a.record_id as "recordId", f.name, f.size, f.sha256, a.added_at as "addedAt", a.added_by_name as "addedBy"
      from attachment a join file f on f.org_id = a.org_id and f.id = a.file
      where a.org_id = ${ctx.org.id} and a.removed_at is null and a.noun = any(${nouns}::text[]) and a.id > ${after}::uuid order by a.id limit ${size}`.execute(ctx.tx)
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield rows
    if (rows.length < size) return
  }
}
