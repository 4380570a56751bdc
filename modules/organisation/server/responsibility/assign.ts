import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import type { Assignment, Letter } from '../../contract/responsibility.ts'
import { matrixRows } from './present.ts'
import { responsibility } from './register.ts'
import { withLetter } from './rules.ts'

/** Sets one cell under a lock, so that two people may fill the same row at once without a conflict. */
export const assign = async (ctx: Ctx, { id, holder, letter }: { id: string; holder: string; letter: Letter | null }) => {
  const [row] = await rowsByIds(ctx, responsibility, [id], true)
  if (row === undefined) throw notFound('responsibility')
  authorise(ctx, 'responsibility:write', resourceOf(responsibility, row))
  const assignments = withLetter(row.assignments as Assignment[], holder, letter)
  const [changed] = await updateRecords(ctx, responsibility, [{ id, values: { assignments } }])
  const { rows } = await matrixRows(ctx, [changed!])
  return rows[0]!
}
