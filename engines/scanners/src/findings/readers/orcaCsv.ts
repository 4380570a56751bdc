import { draftOf } from '../orca.ts'
import type { TableReader } from '../reader.ts'

/** Labels come as a list in JSON, or with commas. */
const labelsOf = (labels: string | null): string[] => labels?.replace(/^\[|\]$/g,
  '').split(',').map((one) => one.trim().replace(/^["']|["']$/g, '')).filter((one) => one !== '') ?? []

/** Orca Security, alerts as CSV: one finding for each row. https://docs.orcasecurity.io */
export const reader: TableReader = {
  id: 'orcaCsv',
  name: 'Orca Security (CSV)',
  kind: 'table',
  detect: ({ header }) => header.includes('OrcaScore') && header.includes('Title'),
  read: ({ line, cell }) => [draftOf((name) => cell(name), labelsOf(cell('Labels')), `line ${line}`)],
}
