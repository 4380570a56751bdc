import type { RowAction } from '../../contract/index.ts'
import type { Judged } from '../check/judge.ts'
import type { Plan } from '../check/plan.ts'
import type { Problem } from '../check/problem.ts'
import { formsOf } from '../resolve/forms.ts'
import { orderOf, type Edge } from './graph.ts'

/** A cell that names no record that is there: a row of the same file may be meant. */
export interface Waiting {
  readonly field: string
  readonly column: number
  readonly text: string
}

interface Row {
  readonly line: number
  readonly record: string
  readonly label: string
  /** The record comes into being with this row. */
  readonly creates: boolean
  action: RowAction
  readonly waiting: readonly (Waiting & { readonly before: unknown })[]
}

/** A row that got the records it had been waiting for. */
export interface Settled {
  readonly line: number
  readonly was: RowAction
  readonly action: RowAction
  /** Fields with the ids of the rows they name; of an update only what changes. */
  readonly values: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, unknown>> | null
  /** How many rows have to be written before it, one after the other. */
  readonly rank: number
}
export interface Refused {
  readonly line: number
  readonly problem: Problem
}

const mostCandidates = 5

/** Rows of one file that name one another: collected while it is read, settled when all of it is known. About 300 bytes a row. */
export class Siblings {
  private readonly rows: Row[] = []
  private readonly byName = new Map<string, Row[]>()
  /** Rows that name a record that is there and also stands in the file. */
  private readonly known: Edge[] = []
  private readonly plan: Plan

  constructor(plan: Plan) {
    this.plan = plan
  }

  note(judged: readonly Judged[]): void {
    const { siblings, reg, unique } = this.plan
    if (siblings.size === 0) return
    for (const one of judged) {
      if (one.record === null) continue
      const waiting = (one.action === 'skip' ? [] : one.waiting).map((cell) => ({ ...cell, before: one.draft?.before?.[cell.field] ?? null }))
      const row: Row = { line: one.row.line, record: one.record, label: one.label ?? '', creates: one.draft !== null && one.draft.before === null, action: one.action, waiting }
      this.rows.push(row)
      for (const field of siblings) if (typeof one.values[field] === 'string') this.known.push({ from: one.record, to: one.values[field] })
      const names = [one.given[reg.noun.label], ...unique.map(({ field }) => one.given[field])]
      for (const name of new Set(names.flatMap((text) => (typeof text === 'string' ? [text, text.toLowerCase()] : [])))) this.byName.set(name, [...(this.byName.get(name) ?? []), row])
    }
  }

  private meant(text: string): Row[] {
    const { texts } = formsOf(text, this.plan.reg.noun.prefix)
    const exact = texts.flatMap((one) => this.byName.get(one) ?? [])
    return [...new Set(exact.length > 0 ? exact : texts.flatMap((one) => this.byName.get(one.toLowerCase()) ?? []))]
  }

  /** What becomes of the rows that waited. @param lost lines that were refused after they had been noted */
  settle(lost: ReadonlySet<number>): { readonly settled: Settled[]; readonly refused: Refused[] } {
    const refused: Refused[] = []
    const found = new Map<Row, { cell: Row['waiting'][number]; target: Row }[]>()
    for (const row of this.rows) {
      if (lost.has(row.line)) row.action = 'error'
      for (const cell of row.waiting) {
        const meant = this.meant(cell.text)
        if (meant.length === 1) found.set(row, [...(found.get(row) ?? []), { cell, target: meant[0]! }])
        else refused.push({ line: row.line, problem: unclear(cell, meant) })
      }
    }
    const bad = new Set(this.rows.filter(({ action }) => action === 'error').map(({ record }) => record))
    const byLine = new Map(this.rows.map((row) => [row.line, row]))
    for (const { line } of refused) bad.add(byLine.get(line)!.record)
    const links = [...found].flatMap(([row, targets]) => targets.map(({ cell, target }) => ({ row, cell, target })))
    const edges = links.map(({ row, target }) => ({ from: row.record, to: target.record }))
    const { circular } = orderOf([...edges, ...this.known])
    for (const { row, cell, target } of links) {
      if (!circular.has(row.record) || !circular.has(target.record)) continue
      bad.add(row.record)
      refused.push(about(row, cell, 'cycle', target))
    }
    this.refuseDependants(links, bad, refused)
    const { rank } = orderOf(links.filter(({ target }) => target.creates).map(({ row, target }) => ({ from: row.record, to: target.record })))
    const settled = [...found].filter(([row]) => !bad.has(row.record)).map(([row, targets]) => settledRow(row, targets, rank.get(row.record) ?? 0))
    return { settled, refused }
  }

  /** What names a row that will not be written cannot be written either. */
  private refuseDependants(links: readonly { row: Row; cell: Waiting; target: Row }[], bad: Set<string>, refused: Refused[]): void {
    const naming = Map.groupBy(links.filter(({ target }) => target.creates), ({ target }) => target.record)
    for (const record of bad) {
      for (const { row, cell, target } of naming.get(record) ?? []) {
        if (bad.has(row.record)) continue
        // A set that is gone through takes in what is added on the way.
        bad.add(row.record)
        refused.push(about(row, cell, 'siblingRefused', target))
      }
    }
  }
}

const about = (row: Row, { field, column, text }: Waiting, code: string, target: Row): Refused => ({ line: row.line, problem: { field, column, code, params: { value: text, line: target.line } } })

const unclear = ({ field, column, text }: Waiting, meant: readonly Row[]): Problem =>
  meant.length === 0 ?
    { field, column, code: 'reference', params: { value: text } }
  : { field, column, code: 'referenceAmbiguous', params: { value: text, count: meant.length, candidates: meant.slice(0, mostCandidates).map(({ label, line }) => `${label} #${line}`).join(', ') } }

const settledRow = ({ line, action: was, creates }: Row, targets: readonly { cell: Row['waiting'][number]; target: Row }[], rank: number): Settled => {
  const changing = targets.filter(({ cell, target }) => creates || cell.before !== target.record)
  return {
    line, was, rank,
    action: was === 'unchanged' && changing.length > 0 ? 'update' : was,
    values: Object.fromEntries(changing.map(({ cell, target }) => [cell.field, target.record])),
    before: creates ? null : Object.fromEntries(changing.map(({ cell }) => [cell.field, cell.before])),
  }
}
