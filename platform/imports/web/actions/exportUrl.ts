import type { AnyNoun, Locale } from '@heng/contract'
import { listInput, type ListState } from '@heng/web-kit'

export interface ExportWanted {
  readonly format: 'csv' | 'xlsx' | 'json'
  /** Fields in their order; undefined takes all. */
  readonly columns?: readonly string[]
  /** The instant of the past that the list shows; null takes today's rows. */
  readonly asOf?: string | null
}

/** Columns of a list that an export can carry, with the reference first, so that it can be brought back. */
export const exportColumns = (noun: AnyNoun, shown: readonly string[]): readonly string[] => [
  ...new Set(['reference', noun.label, ...shown]),
].filter((name) => ['reference', 'createdAt', 'updatedAt'].includes(name) || (noun.fields[name] !== undefined && noun.fields[name].kind !== 'json'))

/** Address of the export of what a list shows, in the notation of the list itself. */
export const exportUrl = (org: string, path: string, state: ListState, locale: Locale, { format, columns, asOf }: ExportWanted): string => {
  const { filter = {}, ...rest } = listInput(state)
  const query = new URLSearchParams({ format, locale, ...(columns === undefined ? {} : { columns: columns.join(',') }), ...(asOf == null ? {} : { asOf }) })
  for (const [key, value] of Object.entries(rest)) if (typeof value === 'string') query.set(key, value)
  for (const [key, value] of Object.entries(filter)) {
    if (typeof value === 'string') query.append(`filter[${key}]`, value)
    else value.forEach((one, i) => query.append(`filter[${key}][${i}]`, one))
  }
  return `/api/v1/orgs/${encodeURIComponent(org)}/${path}/export?${query}`
}
