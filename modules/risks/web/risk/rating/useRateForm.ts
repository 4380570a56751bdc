import type { AnyRecord } from '@heng/web-kit'
import { useState } from 'react'
import type { Rating } from '../../../contract/index.ts'
import { fitting, withAsset } from '../../../method/figures.ts'
import type { Figure, Method } from '../../../method/prepare.ts'

export interface RateFormState {
  /** Undefined leaves an optional factor out; null is "not assessed". */
  readonly factors: Readonly<Record<string, number | null | undefined>>
  readonly rationale: string
  readonly set: (factor: string, value: number | null | undefined) => void
  readonly setRationale: (text: string) => void
  readonly take: (rating: Rating) => void
  /** Takes a value over from evidence; the rationale says so, once. */
  readonly adopt: (factor: string, value: number, why: string) => void
  /** What the values come to, computed here by the engine that the server uses. */
  readonly preview: Figure
  /** Factors without a value that the level waits for. */
  readonly missing: readonly string[]
}

const startOf = (method: Method, rating: Rating | null): Record<string, number | null | undefined> =>
  Object.fromEntries(method.rated.map((f) => [f.id, rating?.factors[f.id] ?? (f.optional === true ? undefined : null)]))

export const useRateForm = (row: AnyRecord, method: Method, rating: Rating | null): RateFormState => {
  const [factors, setFactors] = useState(() => startOf(method, rating))
  const [rationale, setRationale] = useState(rating?.rationale ?? '')
  const assetValue = row['assetValue'] as number | null
  const given = fitting(method, withAsset(method, factors, assetValue))
  const missing = method.definition.factors.filter((f) => given[f.id] === null && !(f.optional === true && factors[f.id] === undefined)).map((f) => f.id)
  return {
    factors, rationale, setRationale,
    set: (factor, value) => setFactors((before) => ({ ...before, [factor]: value })),
    adopt: (factor, value, why) => {
      setFactors((before) => ({ ...before, [factor]: value }))
      setRationale((before) => (before.includes(why) ? before : [before.trim(), why].filter((part) => part !== '').join('\n')).slice(0, 2_000))
    },
    take: (other) => setFactors(startOf(method, other)),
    preview: method.figure(given), missing,
  }
}
