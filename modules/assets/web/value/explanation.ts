import type { Locale } from '@heng/contract'
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

/** The formulas of a calculation with the numbers in place, as the engine words them. */
export const rulesOf = (explanation: Explanation, locale: Locale): readonly string[] =>
  explanation.steps.flatMap(({ rule }) => {
    const text = typeof rule === 'object' && rule !== null ? (rule as Readonly<Record<string, unknown>>)[locale] : undefined
    return typeof text === 'string' ? [text] : []
  })
