import { HengError, notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { colourOf } from '../../rules/indicator.ts'
import { shown } from '../shown.ts'
import { boundsOf, indicator } from './register.ts'
import { measurementsOf } from './store.ts'
import { take } from './take.ts'

interface Input {
  readonly id: string
  readonly measurements: readonly { readonly at: string; readonly value: number; readonly note?: string | null }[]
}

/** A measurement of the future is a slip of the year; clocks may differ by a few minutes. */
const ahead = 10 * 60_000

/** Records measurements by hand or by the API; sent again they change nothing. */
export const measure = async (ctx: Ctx, { id, measurements }: Input) => {
  const [row] = await rowsByIds(ctx, indicator, [id], true)
  if (row === undefined) throw notFound('riskIndicator')
  authorise(ctx, 'riskIndicator:measure', resourceOf(indicator, row))
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  const seen = new Map<number, number>()
  measurements.forEach(({ at }, i) => {
    const instant = Date.parse(at)
    if (instant > ctx.now.getTime() + ahead) throw new HengError('appetite.future', { fields: [{ path: `measurements.${i}.at`, code: 'custom' }] })
    if (seen.has(instant)) throw new HengError('appetite.sameInstant', { params: { at }, fields: [{ path: `measurements.${i}.at`, code: 'custom' }] })
    seen.set(instant, i)
  })
  const via = ctx.origin.via === 'api' ? 'api' : 'hand'
  const { rows, ...taken } = await take(ctx, [row], measurements.map(({ at, value, note }) => ({ indicator: id, at, value, note: note ?? null })), via)
  return { ...taken, indicator: shown(ctx, indicator, rows[0]!) }
}

export const measurements = async (ctx: Ctx, { id, before, limit }: { id: string; before?: string; limit: number }) => {
  const [row] = await rowsByIds(ctx, indicator, [id])
  if (row === undefined) throw notFound('riskIndicator')
  authorise(ctx, 'riskIndicator:read', resourceOf(indicator, row))
  const found = await measurementsOf(ctx, id, before ?? null, limit + 1)
  const items = found.slice(0, limit).map((m) => ({ ...m, state: colourOf(m.value, boundsOf(row)) }))
  return { items, next: found.length > limit ? items.at(-1)!.at : null }
}
