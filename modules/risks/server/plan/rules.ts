import { inBoth, type Wording } from '@heng/contract'
import { canonicalJson } from '@heng/server-kit'
import type { PlanContent, planGaps } from '../../contract/plan.ts'

export interface Gap {
  readonly code: (typeof planGaps)[number]
  readonly ids: string[]
}

/** What risk owners could not judge yet: each gap with the risks or measures that have it. */
export const gapsOf = ({ plannedRisks: risks, plannedMeasures: measures }: PlanContent): Gap[] => {
  const treated = new Set(measures.rows.flatMap((m) => m.effects.map((e) => e.risk)))
  const which = <T extends { id: string }>(code: Gap['code'], rows: readonly T[], lacks: (row: T) => boolean): Gap => ({ code, ids: rows.filter(lacks).map((r) => r.id) })
  const found = [
    which('riskWithoutOwner', risks.rows, (r) => r.owner === null),
    which('riskWithoutOption', risks.rows, (r) => r.option === null),
    which('riskNotAssessed', risks.rows, (r) => r.currentLevel === null),
    which('reduceWithoutMeasure', risks.rows, (r) => r.option !== null && r.option !== 'retain' && !treated.has(r.id)),
    which('residualNotAssessed', risks.rows, (r) => r.currentLevel !== null && r.residualLevel === null && (r.option === 'retain' || treated.has(r.id))),
    which('measureWithoutOwner', measures.rows, (m) => m.owner === null),
    which('measureWithoutDue', measures.rows, (m) => m.due === null),
  ].filter((gap) => gap.ids.length > 0)
  return risks.rows.length === 0 ? [{ code: 'noRisks', ids: [] }, ...found] : found
}

export interface Difference {
  readonly reference: string
  readonly field: string
}

/** A title frozen before titles were kept in both languages is still the title. */
const sameTitle = (now: unknown, was: unknown): boolean => typeof was === 'string' && Object.values(inBoth(now as Wording)).includes(was)

type Rows = readonly ({ readonly id: string; readonly reference: string } & Readonly<Record<string, unknown>>)[]
const rowDifferences = (live: Rows, frozen: Rows): Difference[] => {
  const before = new Map(frozen.map((r) => [r.id, r]))
  const now = new Set(live.map((r) => r.id))
  return [
    ...live.flatMap((row) => {
      const was = before.get(row.id)
      if (was === undefined) return [{ reference: row.reference, field: 'added' }]
      return Object.keys(row).filter((key) => canonicalJson(row[key] ?? null) !== canonicalJson(was[key] ?? null) && !(key === 'title' && sameTitle(row[key], was[key]))).map((field) => ({ reference: row.reference, field }))
    }),
    ...frozen.filter((r) => !now.has(r.id)).map((r) => ({ reference: r.reference, field: 'removed' })),
  ]
}

/** How the plan of today departs from what was approved, risk by risk and measure by measure; empty while it still is that. */
export const differencesOf = (live: PlanContent, frozen: PlanContent, reference: string): Difference[] => [
  ...(['name', 'owner', 'summary'] as const).filter((key) => live[key] !== frozen[key]).map((field) => ({ reference, field })),
  ...rowDifferences(live.plannedRisks.rows, frozen.plannedRisks.rows),
  ...rowDifferences(live.plannedMeasures.rows, frozen.plannedMeasures.rows),
]
