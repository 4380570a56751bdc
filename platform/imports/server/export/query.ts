import { HengError, isLocale, listQuery, type ListQuery, type Locale } from '@heng/contract'

export const formats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof formats)[number]

export interface ExportQuery {
  readonly format: ExportFormat
  /** Fields in the order wanted; undefined takes all. */
  readonly columns: readonly string[] | undefined
  /** Language of headings and words; undefined takes that of the request. */
  readonly locale: Locale | undefined
  readonly list: ListQuery
  /** The instant of the past whose rows are wanted; undefined takes today's. */
  readonly asOf: string | undefined
}

const bracketed = /^filter\[([^\]]{1,60})\](?:\[\d*\])?$/

const wrong = (field: string, value: string): HengError => new HengError('badFilter', { status: 400, params: { field, value: value.slice(0, 60) } })

/** The query of an export: that of the list, in the same bracket notation, with `format`, `columns` and `locale`. */
export const exportQuery = (search: URLSearchParams): ExportQuery => {
  const format = search.get('format') ?? 'csv'
  if (!formats.includes(format as ExportFormat)) throw wrong('format', format)
  const filter: Record<string, string[]> = {}
  for (const [key, value] of search) {
    const field = bracketed.exec(key)?.[1]
    if (field !== undefined) filter[field] = [...(filter[field] ?? []), value]
  }
  const plain = (key: string): string | undefined => search.get(key) ?? undefined
  const parsed = listQuery.omit({ cursor: true, limit: true }).safeParse({
    q: plain('q'), sort: plain('sort'), archived: plain('archived'),
    ...(Object.keys(filter).length === 0 ? {} : { filter: Object.fromEntries(Object.entries(filter).map(([key, values]) => [key, values.length === 1 ? values[0]! : values])) }),
  })
  if (!parsed.success) throw wrong(parsed.error.issues[0]!.path.join('.'), '')
  const columns = plain('columns')?.split(',').map((key) => key.trim()).filter((key) => key !== '')
  const locale = search.get('locale')
  return { format: format as ExportFormat, columns: columns?.length === 0 ? undefined : columns, locale: isLocale(locale) ? locale : undefined, list: parsed.data, asOf: plain('asOf') }
}
