import type { AnyRegister, Kit } from '@heng/server-kit'
import type { ColumnProposal, Confidence } from '../../contract/index.ts'
import { bare, withoutRemark } from '../parse/fold.ts'
import { namesOf, type FieldNames } from './names.ts'

interface Guess {
  readonly column: number
  readonly field: string
  readonly importable: boolean
  readonly confidence: Confidence
  readonly score: number
}

const han = /\p{Script=Han}/u

/** One name holds the other: "负责人姓名" and "负责人". Short Latin pieces ("c" in "cost") say nothing. */
const similar = (header: string, names: ReadonlySet<string>): number => {
  let best = 0
  for (const name of names) {
    const [short, long] = name.length < header.length ? [name, header] : [header, name]
    if ([...short].length < (han.test(short) ? 2 : 4) || !long.includes(short)) continue
    best = Math.max(best, [...short].length / [...long].length)
  }
  return best
}

const guess = (header: string, column: number, { field, importable, exact, alias }: FieldNames, learned: ReadonlyMap<string, string>): Guess | undefined => {
  const at = (confidence: Confidence, score: number): Guess => ({ column, field, importable, confidence, score })
  if (importable && header.trim() !== '' && learned.get(bare(header)) === field) return at('remembered', 4)
  for (const [place, name] of [bare(header), bare(withoutRemark(header))].entries()) {
    if (name === '') continue
    if (exact.has(name)) return at('exact', 3 - place / 10)
    if (alias.has(name)) return at('alias', 2 - place / 10)
  }
  const near = similar(bare(withoutRemark(header)), new Set([...exact, ...alias]))
  return near >= 0.5 ? at('similar', near) : undefined
}

/**
 * Which field each column is, by its header, or by what a column of this name was before (`learned`): every field at most once, the surest first; among equals the column that
 * stands first. A header that names a computed field is left out and said to be so.
 */
export const proposeColumns = (kit: Kit, reg: AnyRegister, header: readonly string[], sample: readonly (readonly string[])[], learned: ReadonlyMap<string, string> = new Map()): ColumnProposal[] => {
  const names = namesOf(kit, reg)
  const filled = (column: number): boolean => sample.some((row) => (row[column] ?? '').trim() !== '')
  const guesses = header
    .flatMap((name, column) => names.flatMap((one) => guess(name, column, one, learned) ?? []))
    .toSorted((a, b) => b.score - a.score || Number(filled(b.column)) - Number(filled(a.column)) || a.column - b.column)
  const byColumn = new Map<number, Guess>()
  const taken = new Set<string>()
  for (const one of guesses) {
    if (byColumn.has(one.column) || taken.has(one.field)) continue
    byColumn.set(one.column, one)
    taken.add(one.field)
  }
  return header.map((_, column) => {
    const one = byColumn.get(column)
    return {
      column,
      field: one?.importable === true ? one.field : null,
      confidence: one?.importable === true ? one.confidence : null,
      computed: one !== undefined && !one.importable ? one.field : null,
    }
  })
}
