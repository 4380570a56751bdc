import { label } from '@heng/contract'
import { z } from 'zod'
import { fieldChange } from './item.ts'

const bothTexts = z.object({ en: z.string(), 'zh-CN': z.string() })
const level = z.int().nullable()
/** Today and then. */
const pair = <S extends z.ZodType>(of: S) => z.object({ before: of, after: of })
const counts = z.record(z.string(), z.int())

export const bases = ['inherent', 'current', 'residual'] as const
export type Basis = (typeof bases)[number]

const axis = z.object({ title: bothTexts, steps: z.array(z.object({ value: z.int(), title: bothTexts.nullable() })) })
/** The level is the method's outcome for the cell; empty cells are there, too. */
const cell = z.object({ likelihood: z.int(), impact: z.int(), count: z.int(), level })
export const riskMap = z.object({ byLevel: counts, total: z.int(), cells: z.array(cell) })
export type RiskMap = z.output<typeof riskMap>

export const movedRisk = z.object({
  id: z.uuid(),
  /** Null for a risk that the set creates. */
  reference: z.string().nullable(),
  title: z.string(),
  isNew: z.boolean(),
  /** Closed or archived by the set. */
  isOut: z.boolean(),
  inherent: pair(level), current: pair(level), residual: pair(level),
  acceptance: pair(z.string().nullable()),
  /** The residual level (the current one before any treatment) rises to one that the owner may not accept alone, or is no longer known. */
  aboveOwner: z.boolean(),
})
export type MovedRisk = z.output<typeof movedRisk>

const soaSide = z.object({ implementation: z.string().nullable(), controls: z.int(), suggested: z.int(), necessary: z.int() })
export const soaLineEffect = z.object({
  ref: z.string(), titleEn: z.string().nullable(), titleZh: z.string().nullable(), applicable: z.string(),
  before: soaSide.nullable(), after: soaSide.nullable(),
})
export type SoaLineEffect = z.output<typeof soaLineEffect>

export const movedRecord = z.object({
  noun: z.string(), id: z.uuid(), reference: z.string().nullable(), label: z.string(),
  /** Whether it is an item of the set itself, or follows from one. */
  isItem: z.boolean(),
  change: z.enum(['created', 'updated', 'archived', 'restored']),
  changes: z.array(fieldChange),
})
export type MovedRecord = z.output<typeof movedRecord>

export const refusal = z.object({ item: z.uuid(), code: z.string(), message: bothTexts, fields: z.array(z.object({ path: z.string(), message: bothTexts })) })
export type Refusal = z.output<typeof refusal>

export const figure = z.object({
  source: z.string(), sourceLabel: bothTexts, key: z.string(), label: bothTexts, unit: z.enum(['money', 'count', 'percent', 'level']),
  currency: z.string().nullable(), before: z.number().nullable(), after: z.number().nullable(), better: z.enum(['lower', 'higher']).nullable(), method: z.string().nullable(),
})
export type Figure = z.output<typeof figure>

/** What a change set would come to, beside today: found by running it in a transaction that was rolled back. */
export const effect = z.object({
  format: z.literal('heng-effect/1'),
  at: z.iso.datetime(),
  by: z.string(),
  /** SHA-256 of the items that it belongs to. */
  basis: z.string(),
  /** How long rows were locked for it, in milliseconds, and how many hand-overs of events were followed. */
  held: z.int(), followed: z.int(),
  items: z.int(),
  /** Items that the rules refuse; they are left out of the comparison, as are those in conflict. */
  refused: z.array(refusal),
  conflicts: z.array(z.uuid()),
  /** Records that would move although whoever looked may not see them: counted, not told. */
  unseen: z.int(),
  risks: z.object({
    /** Risk criteria in force; null before there are any. */
    criteria: z.object({ reference: z.string(), method: z.string(), provisional: z.boolean() }).nullable(),
    levels: z.array(z.object({ value: z.int(), title: bothTexts })),
    axes: z.object({ likelihood: axis, impact: axis }).nullable(),
    maps: z.record(z.enum(bases), pair(riskMap)),
    moved: z.record(z.enum(bases), z.object({ up: z.int(), down: z.int(), assessed: z.int(), unassessed: z.int() })),
    rows: z.array(movedRisk),
    /** Moved risks beyond those listed. */
    more: z.int(),
    /** Of all risks that move, seen or not: those whose owner alone may no longer accept them, and acceptances that would end. */
    aboveOwner: z.int(), acceptancesEnding: z.int(),
  }),
  /** Null where there is no statement of applicability, or the one who looked may not read it. */
  soa: z.object({ id: z.uuid(), title: z.string(), state: z.string(), lines: z.array(soaLineEffect) }).nullable(),
  records: z.array(movedRecord),
  /** By noun, how many records move in all. */
  recordCounts: counts,
  figures: z.array(figure),
  labels: z.record(z.string(), label),
  /** Items by name, for what is said of one. */
  names: z.record(z.string(), z.string()),
})
export type Effect = z.output<typeof effect>
