import type { Locale } from '@heng/contract'
import { assetValue, ScoreError } from '@heng/engine-risk'
import type { AnyRecord, AnyRow } from '@heng/web-kit'
import type { z } from 'zod'
import type { valueExplanation } from '../../contract/asset.ts'

export type Explanation = z.output<typeof valueExplanation>
export const properties = ['confidentiality', 'integrity', 'availability'] as const
export type Property = (typeof properties)[number]

export const explanationOf = (row: AnyRecord): Explanation | null => row['valueExplanation'] as Explanation | null

export const levelOf = (row: AnyRow, name: string): number | null => (typeof row[name] === 'number' ? row[name] : null)

/** Which of C, I and A an asset still lacks. */
export const missingOf = (row: AnyRecord): readonly Property[] => properties.filter((name) => levelOf(row, name) === null)

/** The formulas of a calculation with the numbers in place, by the engine that the server uses; none when it no longer has that version of the function. */
export const rulesOf = (row: AnyRecord, { function: fn, version, weights }: Explanation, locale: Locale): readonly string[] => {
  const told = assetValue(fn, { c: levelOf(row, 'confidentiality'), i: levelOf(row, 'integrity'), a: levelOf(row, 'availability') }, weights)
  return told instanceof ScoreError || !told.assessed || told.version !== version ? [] : told.steps.map(({ rule }) => rule[locale])
}
