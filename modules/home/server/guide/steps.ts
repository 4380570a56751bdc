import type { CountOf } from '@heng/server-kit'
import type { stepIds } from '../../contract/index.ts'

type Filter = CountOf['query']['filter']

/** A step of the guide by the records that show how far it is. */
export interface Step {
  readonly id: (typeof stepIds)[number]
  /** What has to be there, such as an approval; nothing that is said stands in for it. */
  readonly needs?: { readonly count: CountOf; readonly atLeast: number }
  /** The rows of the step, and those of them that are still to be done. The lines of the statement of applicability are counted with its coverage. */
  readonly rows?: { readonly noun: string; readonly all: Filter; readonly rest: Filter } | 'soaLines'
}

const needs = (noun: string, filter: Filter, atLeast = 1): Required<Step>['needs'] => ({ count: { noun, query: { filter }, most: atLeast }, atLeast })
const open = { status: 'open' }

/** The main job in the order of ISO/IEC 27001 4.3 to 6.1.3. */
export const steps: readonly Step[] = [
  { id: 'people', needs: needs('person', {}, 2), rows: { noun: 'person', all: {}, rest: { unit: '-' } } },
  { id: 'scope', needs: needs('scope', { state: 'approved' }) },
  { id: 'criteria', needs: needs('riskCriteria', { state: 'approved' }) },
  { id: 'assets', rows: { noun: 'asset', all: {}, rest: { owner: '-' } } },
  { id: 'values', rows: { noun: 'asset', all: {}, rest: { value: '-' } } },
  { id: 'scenarios', needs: needs('risk', {}), rows: { noun: 'riskScenario', all: {}, rest: { status: 'proposed' } } },
  { id: 'rating', rows: { noun: 'risk', all: open, rest: { ...open, currentLevel: '-' } } },
  { id: 'treatment', needs: needs('treatmentPlan', { state: 'approved' }), rows: { noun: 'risk', all: open, rest: { ...open, option: '-' } } },
  { id: 'soa', needs: needs('soa', { state: ['approved', 'superseded'] }), rows: 'soaLines' },
]

export interface Rows {
  readonly rest: number
  readonly total: number
  readonly capped: boolean
}

/**
 * How far a step is: done when what it needs is there and no row is left, or the rest has been said to be enough for now,
 * which can only be said where something has been done. An approved statement of applicability has no undecided line.
 */
export const progressOf = ({ rows: counts }: Step, met: boolean, rows: Rows | null, saidEnough: boolean) => {
  const begun = rows !== null && (rows.total > rows.rest || rows.capped)
  const complete = counts === undefined || counts === 'soaLines' || (begun && rows.rest === 0)
  const enough = complete || !begun ? null : saidEnough
  return {
    rows: rows === null || rows.total === 0 ? null : { rest: rows.rest, total: rows.total, capped: rows.capped },
    enough,
    done: met && (complete || enough === true),
    waits: !met && begun && (rows.rest === 0 || enough === true),
  }
}
