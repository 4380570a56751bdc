import type { Values } from '@heng/server-kit'
import { fold, trimmed } from '../parse/fold.ts'
import { piecesOf } from '../resolve/resolver.ts'
import type { Waiting } from '../siblings/siblings.ts'
import type { SourceRow } from '../source/source.ts'
import { furtherOf } from './further.ts'
import { readWith, type Plan, type PlannedColumn } from './plan.ts'
import type { Problem } from './problem.ts'

/** A row of the file as it was understood. */
export interface RowDraft {
  readonly row: SourceRow
  /** Reference given in the file, when there is a column for it. */
  readonly reference: string | null
  /** Fields that the row gives a value; null where it says "not assessed". */
  readonly values: Values
  /** Fields whose column is mapped and whose cell is empty. */
  readonly emptied: readonly string[]
  readonly problems: Problem[]
  /** Cells that may name another row of the file. */
  readonly waiting: readonly Waiting[]
}

const said = ({ column, replaced }: PlannedColumn, row: SourceRow): string => {
  const text = trimmed(row.cells[column] ?? '')
  return replaced.size === 0 ? text : (replaced.get(fold(text)) ?? text)
}

const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`)

/** Names of other records that stand in rows, by noun. */
export const namesIn = (plan: Plan, rows: readonly SourceRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const wanted = new Map<string, Set<string>>()
  for (const planned of plan.columns) {
    const { reader, isBlank } = planned
    if (!('target' in reader)) continue
    const texts = wanted.get(reader.target) ?? new Set<string>()
    wanted.set(reader.target, texts)
    for (const row of rows) {
      const text = said(planned, row)
      if (isBlank(text)) continue
      if (reader.many) for (const piece of piecesOf(text)) texts.add(piece)
      else texts.add(text)
    }
  }
  return wanted
}

/** Lets the room put the values of its own columns where they belong. */
const arrange = ({ target }: Plan, values: Values): void => {
  const said = furtherOf(target, values)
  if (target.support?.further?.arrange === undefined || Object.keys(said).length === 0) return
  for (const name of Object.keys(said)) delete values[name]
  Object.assign(values, target.support.further.arrange(said))
}

/** Reads a row whose names the resolver knows already. */
export const readRow = (plan: Plan, row: SourceRow): RowDraft => {
  const values: Values = {}
  const emptied: string[] = []
  const problems: Problem[] = []
  const waiting: Waiting[] = []
  const marked = new Map<number, Problem>()
  for (const { code, column, params } of row.problems ?? []) {
    if (column === null) problems.push({ field: null, column: null, code, params })
    else marked.set(column, { field: null, column, code, params })
  }
  for (const planned of plan.columns) {
    const { column, field } = planned
    const seen = marked.get(column)
    if (seen !== undefined) {
      problems.push({ ...seen, field })
      continue
    }
    const text = said(planned, row)
    if (planned.isBlank(text)) {
      emptied.push(field)
      continue
    }
    const outcome = readWith(planned.reader, plan.resolver, text)
    if (outcome.ok) values[field] = outcome.value
    else if (outcome.code === 'reference' && plan.siblings.has(field)) waiting.push({ field, column, text })
    else problems.push({ field, column, code: outcome.code, params: { value: shortened(text), ...outcome.params } })
  }
  arrange(plan, values)
  const reference = plan.reference === null ? '' : trimmed(row.cells[plan.reference] ?? '')
  return { row, reference: reference === '' ? null : reference, values, emptied, problems, waiting }
}
