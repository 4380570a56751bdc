import { cweOf } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'

const names = ['title', 'description', 'mitigation']
const plain = (text: string | null): string | null => text?.replaceAll('\\,', ',') ?? null

/** Security Knowledge Framework, requirements as CSV: one finding for each row. Its words for a weakness are `CWE308`. https://www.securityknowledgeframework.org */
export const reader: TableReader = {
  id: 'skf',
  name: 'Security Knowledge Framework',
  kind: 'table',
  detect: ({ header }) => header.length === names.length && header.every((name, i) => name.trim().toLowerCase() === names[i]),
  read: ({ cell, line }) => {
    const [title, description, solution] = names.map((name) => plain(cell(name)))
    return [{ title, description, solution, identifiers: { cwe: [...`${description ?? ''} ${solution ?? ''}`.matchAll(/\bCWE-?(\d{1,5})\b/g)].flatMap(([, n]) => cweOf(n)) }, record: `line ${line}` }]
  },
}
