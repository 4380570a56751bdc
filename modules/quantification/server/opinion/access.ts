import { HengError, notFound } from '@heng/contract'
import { allows, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { quantification } from '../quantification/register.ts'

export interface Access {
  readonly row: StoredRow
  readonly isExpert: boolean
  /** May read everything, and may write down what others say. */
  readonly mayRead: boolean
  readonly mayFacilitate: boolean
}

/** A quantification for whoever was asked about it, or may see it anyway; for all others it does not exist. */
export const opinionAccess = async (ctx: Ctx, id: string): Promise<Access> => {
  const [row] = await rowsByIds(ctx, quantification, [id])
  if (row === undefined) throw notFound('quantification')
  const resource = resourceOf(quantification, row)
  const isExpert = ctx.caller.personId !== null && (row.experts as readonly string[]).includes(ctx.caller.personId)
  const mayRead = allows(ctx, 'quantification:read', resource)
  if (!isExpert && !mayRead) throw notFound('quantification')
  return { row, isExpert, mayRead, mayFacilitate: allows(ctx, 'quantification:write', resource) }
}

export const refuseArchived = ({ archivedAt }: StoredRow): void => {
  if (archivedAt !== null) throw new HengError('archived', { status: 409 })
}
