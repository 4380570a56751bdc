import { HengError } from '@heng/contract'
import { allows, register, resourceOf, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { riskIndicator as noun, type Frequency } from '../../contract/indicator.ts'
import { boundProblem, colourOf, nextDue, type Bounds } from '../../rules/indicator.ts'
import { dayIn } from '@heng/work/contract'
import { today } from '../days.ts'

export const boundsOf = (row: StoredRow): Bounds => ({
  direction: row.direction as Bounds['direction'], amberFrom: row.amberFrom as number | null, redFrom: row.redFrom as number | null,
  amberDownTo: row.amberDownTo as number | null, redDownTo: row.redDownTo as number | null,
})

/** State and day follow from the last measurement, the bounds and the frequency, so that new bounds colour what is there. */
const derive = (ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) {
    after.active ??= true
    after.reopensAt ??= 'red'
    const measured = after.measuredAt as string | null
    const from = measured === null ? after.createdAt : measured
    after.nextDue = after.active === true ? nextDue(dayIn(ctx.org.timezone, new Date(from)), after.frequency as Frequency) : null
    if (measured === null) after.state = 'noData'
    else after.state = after.nextDue !== null && (after.nextDue as string) < today(ctx) ? 'stale' : colourOf(after.value as number, boundsOf(after))
  }
}

const check = (_ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) {
    const wrong = boundProblem(boundsOf(after))
    if (wrong !== null) throw new HengError(`appetite.bound.${wrong.code}`, { fields: [{ path: wrong.field, code: wrong.code === 'missing' ? 'required' : 'custom' }] })
  }
}

export const indicator = register(noun, {
  table: 'risk_indicator',
  links: { risks: { table: 'indicator_risk', own: 'indicator', other: 'risk' } },
  derive,
  check,
  actions: (ctx, row): string[] => (row.archivedAt === null && allows(ctx, 'riskIndicator:measure', resourceOf(indicator, row)) ? ['measure'] : []),
})
