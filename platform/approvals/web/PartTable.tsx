import { fill, type Label } from '@heng/contract'
import { PlainValue } from '@heng/records/web/parts'
import { FieldValue, fieldLabel, Scroll, useKitText, useNounNamed } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from './text.ts'

type Row = Readonly<Record<string, unknown>>
export interface Part {
  readonly noun: string | undefined
  readonly rows: readonly Row[]
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : isRow(value) && typeof value['noun'] === 'string' && Array.isArray(value['rows']) ? value['rows'] : undefined)

/** Whether a member of a snapshot is a list of rows: of a noun (`{ noun, rows }`) or plain. */
export const isPart = (value: unknown): boolean => {
  const rows = rowsOf(value)
  return rows !== undefined && rows.length > 0 && rows.every(isRow)
}
export const partOf = (value: unknown): Part => ({ noun: isRow(value) ? String(value['noun']) : undefined, rows: (rowsOf(value) ?? []) as readonly Row[] })

/** Keys of the rows: those of the noun in its order, then the others. Ids say nothing to a reader. */
export const columnsOf = (rows: readonly Row[], order: readonly string[]): string[] => {
  const present = new Set(rows.flatMap((row) => Object.keys(row)))
  present.delete('id')
  const front = ['reference'].filter((key) => present.has(key))
  const own = order.filter((key) => present.has(key))
  return [...front, ...own, ...[...present].filter((key) => !own.includes(key) && !front.includes(key))]
}

const first = 50

/** Rows of a snapshot as a table in the words of their noun; long ones unfold. */
export const PartTable = ({ part: { noun, rows }, labels }: { readonly part: Part; readonly labels: Readonly<Record<string, Label>> }) => {
  const t = useWords().snapshot
  const kitText = useKitText()
  const kit = useNounNamed(noun)
  const [all, setAll] = useState(false)
  const columns = columnsOf(rows, Object.keys(kit?.noun.fields ?? {}))
  const shown = all ? rows : rows.slice(0, first)
  return (
    <Scroll label={kit?.text.many ?? t.title}>
      <table className="apr-table">
        <thead>
          <tr>{columns.map((key) => <th key={key} scope="col">{kit === undefined ? key : fieldLabel(kit.text, kitText, key)}</th>)}</tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={typeof row['id'] === 'string' ? row['id'] : i}>
              {columns.map((key) => {
                const field = kit?.noun.fields[key]
                // A value that the room worked out beside the fields of its noun may still have words there.
                const words = typeof row[key] === 'string' ? kit?.text.values[key]?.[row[key]] : undefined
                return <td key={key}>{kit !== undefined && field !== undefined && (field.kind !== 'json' || kit.json[key] !== undefined) ? <FieldValue kit={kit} name={key} value={row[key]} labels={labels} /> : words ?? <PlainValue field={key} value={row[key]} />}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && <Button type="link" onClick={() => setAll(true)}>{fill(t.moreRows, { count: rows.length - shown.length })}</Button>}
    </Scroll>
  )
}
