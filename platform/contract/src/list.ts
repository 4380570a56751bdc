import { z } from 'zod'

/**
 * One value or several of a filter, as they stand in the URL:
 * enumerations, references, levels: the value itself, several mean "or"; `-` means "not given / not assessed";
 * numbers, dates: `3..5`, `3..`, `..5`; texts: a part of the text; booleans: `true`, `false`.
 */
const filterValue = z.union([z.string().max(200), z.array(z.string().max(200)).max(200)])

/** The query of every register; the same keys stand in the URL of the page. */
export const listQuery = z.object({
  /** Words to find, also two-character Chinese ones. */
  q: z.string().max(200).optional(),
  filter: z.record(z.string().max(60), filterValue).optional(),
  /** Field to sort by, `-` before it for descending. */
  sort: z.string().max(60).optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  /** `active` (default), `archived` or `all`. */
  archived: z.enum(['active', 'archived', 'all']).optional(),
})
export type ListQuery = z.output<typeof listQuery>

/** Counts are capped so that a count never costs more than the page (shown as "10,000+"). */
export const countCap = 10_000

export const label = z.object({ text: z.string(), reference: z.string().nullable() })
export type Label = z.output<typeof label>

/** A text as it is kept (see `Wording`), in contents that are frozen. */
export const wordingSchema = z.union([z.string(), z.object({ en: z.string(), 'zh-CN': z.string() })])

/** A page of a register. `labels` names every record that the rows refer to, resolved in one query per noun. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable(),
    total: z.int(),
    totalCapped: z.boolean(),
    labels: z.record(z.string(), label),
    /** Of the past: how many records stood there then whose content has been erased since; left out where there is none. */
    erased: z.int().optional(),
  })
export type Page<T> = {
  items: T[]
  next: string | null
  total: number
  totalCapped: boolean
  labels: Record<string, Label>
  erased?: number
}
