import { emit, record, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { colourOf, worse } from '../../rules/indicator.ts'
import { asRoom } from '../shown.ts'
import { boundsOf, indicator } from './register.ts'
import { keep, lastOf, type Measured, type Via } from './store.ts'

export interface Taken {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly rows: readonly StoredRow[]
}

/** By its value, since the state may be that it was overdue; before the first measurement nothing was wrong. */
const colour = (row: StoredRow) => (row.value === null ? 'green' : colourOf(row.value as number, boundsOf(row)))

/**
 * Keeps measurements of these indicators, tells history, and brings their state to the latest. What crosses a bound
 * for the worse is told by `riskIndicator.crossed`; measurements filled in behind the latest cross nothing. A dozen statements for any number.
 */
export const take = async (ctx: Ctx, indicators: readonly StoredRow[], measured: readonly Measured[], via: Via): Promise<Taken> => {
  const kept = await keep(ctx, measured, via)
  const byIndicator = Map.groupBy(kept, (k) => k.indicator)
  const touched = indicators.filter((row) => byIndicator.has(row.id))
  if (touched.length === 0) return { added: 0, changed: 0, same: measured.length, rows: indicators }
  const last = await lastOf(ctx, touched.map((r) => r.id))
  const saved = await updateRecords(asRoom(ctx), indicator, touched.map(({ id }) => ({ id, values: { measuredAt: last.get(id)!.at, value: last.get(id)!.value } })), undefined, 'updated', { recordedAs: 'measured' })
  const after = new Map(saved.map((row) => [row.id, row]))
  // Values behind the latest leave the record as it is, so history is told of them here.
  await record(ctx, { noun: 'riskIndicator', action: 'measured' }, touched.flatMap((row) => {
    const now = after.get(row.id)!
    if (now.version !== row.version) return []
    const values = byIndicator.get(row.id)!
    return [{ id: row.id, reference: row.reference, version: row.version, before: { measurements: values.map(({ at, was }) => ({ at, value: was })) }, after: { measurements: values.map(({ at, value }) => ({ at, value })) } }]
  }))
  const crossed = touched.filter((row) => worse(colour(after.get(row.id)!), colour(row)))
  if (crossed.length > 0) await emit(ctx, 'riskIndicator.crossed', { ids: crossed.map((r) => r.id) })
  const added = kept.filter((k) => k.was === null).length
  return { added, changed: kept.length - added, same: measured.length - kept.length, rows: indicators.map((row) => after.get(row.id) ?? row) }
}
