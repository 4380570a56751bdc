import type { Category } from '../contract/category.ts'
import type { Line, Limits } from '../contract/statement.ts'

/** What a line may speak of: a level, the expected loss of a year, the loss of a bad year. */
export const limitKeys = ['level', 'expected', 'extreme'] as const
export type LimitKey = (typeof limitKeys)[number]

/** What decides which lines speak of a risk. */
export interface Subject {
  readonly threatGroup: string | null
  readonly properties: readonly string[]
  readonly assetCategory: string | null
  /** The risk's unit and then the units above it, the nearest first; empty where it has none. */
  readonly units: readonly string[]
}

const speaksOf = (category: Category, subject: Subject): boolean => {
  switch (category.kind) {
    case 'all': return true
    case 'threatGroup': return subject.threatGroup === category.value
    case 'property': return subject.properties.includes(category.value)
    case 'assetCategory': return subject.assetCategory === category.value
  }
}

/** How far above the risk the line's unit stands; the whole organisation is furthest; null: not above it at all. */
const distance = (line: Line, { units }: Subject): number | null => {
  if (line.unit === null) return units.length
  const at = units.indexOf(line.unit)
  return at === -1 ? null : at
}

type Rank = readonly [distance: number, named: number, tolerance: number, appetite: number]
const rank = (line: Line, limits: NonNullable<Limits>, away: number): Rank => [away, line.category.kind === 'all' ? 1 : 0, limits.tolerance, limits.appetite]

const precedes = (a: Rank, b: Rank): boolean => {
  const at = a.findIndex((part, i) => part !== b[i])
  return at !== -1 && a[at]! < b[at]!
}

/**
 * The line that holds for a risk, for one kind of limit. Lines that leave the limit open do not count. The nearest unit wins;
 * within it a named category over "all"; of several that fit (a risk may harm confidentiality and availability) the strictest:
 * lower tolerance, then lower appetite, then the earlier line. O(lines).
 */
export const lineFor = (lines: readonly Line[], key: LimitKey, subject: Subject): Line | null => {
  let best: { readonly line: Line; readonly rank: Rank } | null = null
  for (const line of lines) {
    const limits = line[key]
    const away = limits === null || !speaksOf(line.category, subject) ? null : distance(line, subject)
    if (limits === null || away === null) continue
    const place = rank(line, limits, away)
    if (best === null || precedes(place, best.rank)) best = { line, rank: place }
  }
  return best?.line ?? null
}

export type Resolved = Readonly<Record<LimitKey, Line | null>>

/** The same for many risks: those alike in what decides are looked up once. */
export const resolver = (lines: readonly Line[]): ((subject: Subject) => Resolved) => {
  const known = new Map<string, Resolved>()
  return (subject) => {
    const key = `${subject.threatGroup} ${subject.properties.toSorted().join()} ${subject.assetCategory} ${subject.units[0] ?? ''}`
    const found = known.get(key) ?? (Object.fromEntries(limitKeys.map((k) => [k, lineFor(lines, k, subject)])) as Resolved)
    known.set(key, found)
    return found
  }
}
