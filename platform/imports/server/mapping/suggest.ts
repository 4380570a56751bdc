import type { ColumnProposal, Mapping, MatchKey } from '../../contract/index.ts'

/** The key that recognises records with the columns at hand, surest first; none when no key has all its columns. */
const keyFor = (keys: readonly MatchKey[], fields: ReadonlySet<string>): string[] =>
  [...(keys.find((key) => key.title === null && key.fields.every((field) => fields.has(field)))?.fields ?? [])]

/** A complete mapping made of what was recognised, ready to be corrected. */
export const suggest = (proposal: readonly ColumnProposal[], keys: readonly MatchKey[]): Mapping => {
  const columns = proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]))
  return {
    columns,
    matchBy: keyFor(keys, new Set(columns.map(({ field }) => field))),
    onMatch: 'update',
    onMissing: 'create',
    keepEmpty: true,
    defaults: {},
    valueMaps: {},
  }
}
