import { HengError, notFound, type Permission, type Row } from '@heng/contract'
import { authorise, present, rowsByIds, updateRecords, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import type { changeSet as noun, ChangeSetState } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import { changeSet } from './register.ts'

export interface SetRow extends StoredRow {
  readonly title: string
  readonly state: ChangeSetState
  readonly purpose: string | null
  readonly precautions: string | null
  readonly plannedOn: string | null
  readonly owner: string | null
  readonly reverses: string | null
  readonly approval: string | null
}

export interface Wanted {
  readonly permission: Permission
  readonly lock?: boolean
  /** The version that the caller saw. */
  readonly version?: number
  /** States in which the verb is possible. */
  readonly states?: readonly ChangeSetState[]
}

/** A change set that the caller may deal with so. Throws `notFound`, `versionConflict`, `changes.state`. */
export const setFor = async (ctx: Ctx, id: string, { permission, lock = false, version, states }: Wanted): Promise<SetRow> => {
  const [row] = (await rowsByIds(ctx, changeSet, [id], lock)) as SetRow[]
  if (row === undefined) throw notFound('changeSet')
  authorise(ctx, permission, { ownerIds: [row.owner] })
  if (version !== undefined && version !== row.version) throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, changeSet, row) } })
  if (states === undefined) return row
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  if (!states.includes(row.state)) throw new HengError('changes.state', { status: 409, params: { reference: row.reference } })
  return row
}

/** A draft whose items may be changed, locked. */
export const openDraft = (ctx: Ctx, id: string): Promise<SetRow> => setFor(ctx, id, { permission: 'changeSet:write', lock: true, states: ['draft'] })

/** Takes a set to another state, with history under the verb's name. */
export const move = async (ctx: Ctx, row: SetRow, to: ChangeSetState, recordedAs: string, values: Values = {}, reason?: string): Promise<SetRow> => {
  const [moved] = await updateRecords(asRoom(ctx), changeSet, [{ id: row.id, version: row.version, values: { state: to, ...values } }], reason, 'updated', { recordedAs })
  return moved as SetRow
}

export const shown = (ctx: Ctx, row: SetRow): Row<typeof noun> => present(ctx, changeSet, row) as unknown as Row<typeof noun>
