import type { Stance } from '../finding.ts'
import { draftsOf, type Cells } from '../general.ts'
import { fieldsOf, tellsFindings } from '../generalFields.ts'
import type { Mapping } from '../mapping.ts'
import type { TableReader, TableRow } from '../reader.ts'

const known = new WeakMap<object, ReturnType<typeof fieldsOf>>()
const fieldsFor = (table: { readonly header: readonly string[] }, mapping: Mapping): ReturnType<typeof fieldsOf> => {
  const found = known.get(table) ?? fieldsOf(table.header, mapping)
  known.set(table, found)
  return found
}

const isYes = (row: TableRow, ...names: string[]): boolean => /^(?:true|yes|1|是)$/i.test(row.cell(...names) ?? '')
/** Columns that say yes or no, as DefectDojo exports them. */
const stanceOf = (row: TableRow): Stance | null =>
  isYes(row, 'FalsePositive', 'False Positive', 'false_p', '误报', '是否误报') ? 'false-positive'
    : isYes(row, 'RiskAccepted', 'Risk Accepted', 'risk_accepted') ? 'accepted'
      : isYes(row, 'IsMitigated', 'is_mitigated', 'Mitigated', 'Fixed', '是否修复', '是否已修复') ? 'fixed'
        : isYes(row, 'OutOfScope', 'out_of_scope', 'Suppressed', 'Ignored') ? 'suppressed' : null

/**
 * Any CSV or workbook whose columns have the names that findings commonly have, in English or Chinese, or are mapped: DefectDojo's generic import, lists kept by hand,
 * exports of tools without a reader.
 */
export const reader: TableReader = {
  id: 'generalTable',
  name: 'Table of findings',
  kind: 'table',
  isGeneral: true,
  detect: (head) => tellsFindings(head.header),
  takesMapping: (head) => head.kind === 'table',
  read: (row, { table, mapping }) => {
    const fields = fieldsFor(table, mapping)
    const cells: Cells = (field) => (fields[field] ?? []).flatMap((name) => {
      const text = row.cell(name)
      return text === null ? [] : [[name, text] as const]
    })
    const stance = mapping.status === undefined ? stanceOf(row) : null
    return draftsOf(cells, `line ${row.line}`, stance === null ? {} : { stance })
  },
}
