import type { Row } from '@heng/contract'
import { present, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Assignment, responsibility as noun } from '../../contract/responsibility.ts'
import { responsibility } from './register.ts'
import { personsOf, problemsOf } from './rules.ts'

/** Rows of the matrix with what each lacks; one statement for the persons of all of them. */
export const matrixRows = async (ctx: Ctx, rows: readonly StoredRow[]) => {
  const persons = [...new Set(rows.flatMap((row) => personsOf(row.assignments as Assignment[])))]
  const known = new Set(
    persons.length === 0 ? [] : (await sql<{ id: string }>`select id from person where org_id = ${ctx.org.id} and id = any(${persons}::uuid[]) and archived_at is null`.execute(ctx.tx)).rows.map((p) => p.id),
  )
  return { rows: rows.map((row) => ({ ...(present(ctx, responsibility, row) as unknown as Row<typeof noun>), problems: problemsOf(row.assignments as Assignment[], known) })), persons }
}
