import type { Label } from '@heng/contract'
import type { ReactNode } from 'react'
import { PlainLink } from '../app/PlainLink.tsx'
import type { NounKit } from '../app/nounKit.ts'
import type { AnyRow } from '../client/registerApi.ts'
import { FieldValue } from '../values/FieldValue.tsx'

/** Replaces how a field is shown, by field name. */
export type Renderers = Readonly<Record<string, (row: AnyRow, labels: Readonly<Record<string, Label>>) => ReactNode>>

export interface CellProps {
  readonly kit: NounKit
  readonly name: string
  readonly row: AnyRow
  readonly labels: Readonly<Record<string, Label>>
  readonly renderers: Renderers
  /** Address that opens a record beside the list. */
  readonly hrefOf: (id: string) => string
}

/** One value of a row. The record's name is a link that opens it beside the list, also in a new tab. */
export const Cell = ({ kit, name, row, labels, renderers, hrefOf }: CellProps) => {
  const value = renderers[name]?.(row, labels) ?? <FieldValue kit={kit} name={name} value={row[name]} labels={labels} dense />
  if (name !== kit.noun.label) return <div className="hg-cell">{value}</div>
  return (
    <div className="hg-cell">
      <PlainLink href={hrefOf(row.id)} tabIndex={-1} className="hg-row-link">
        {value}
      </PlainLink>
    </div>
  )
}
