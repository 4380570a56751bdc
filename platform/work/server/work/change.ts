import { HengError } from '@heng/contract'
import { authorise, updateRecords, type Ctx, type Values } from '@heng/server-kit'
import type { WorkRow } from '../../contract/index.ts'
import { elevated } from '../elevated.ts'
import { presentWork } from './present.ts'
import { workItem } from './register.ts'
import { allowedActions, isMine, type WorkRecord } from './rules.ts'
import { workById } from './store.ts'

export interface Versioned {
  readonly id: string
  readonly version: number
}

/** @throws HengError `notFound` for work that the caller may not even see */
export const authoriseSeeing = (ctx: Ctx, row: WorkRecord): void => {
  if (!isMine(ctx, row)) authorise(ctx, 'workItem:read', { unitId: row.unit, ownerIds: [row.assignee, row.createdBy] })
}

/**
 * Loads work and makes sure that the caller may take `action` on it.
 * @throws HengError `notFound`, `work.closed`, `work.followsRecord`, `work.notYours`, `versionConflict`
 */
export const workFor = async (ctx: Ctx, { id, version }: Versioned, action: 'complete' | 'take' | 'reassign' | 'cancel'): Promise<WorkRecord> => {
  const row = await workById(ctx, id)
  authoriseSeeing(ctx, row)
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: presentWork(ctx, row) } })
  if (row.state !== 'open') throw new HengError('work.closed', { status: 409 })
  if (!row.byHand && action !== 'take') throw new HengError('work.followsRecord', { status: 409 })
  if (!allowedActions(ctx, row).includes(action)) throw new HengError('work.notYours', { status: 403 })
  return row
}

/** Writes a change whose right was decided by `workFor`. */
export const changeWork = async (ctx: Ctx, row: WorkRecord, values: Values, reason?: string): Promise<WorkRow> => {
  const [after] = await updateRecords(elevated(ctx), workItem, [{ id: row.id, version: row.version, values }], reason)
  return presentWork(ctx, after as WorkRecord)
}
