import { z } from 'zod'

const fieldKey = z.string().min(1).max(60)

/** How the columns of a file become fields, and what a row does to the register. */
export const mapping = z.object({
  /** Columns that are taken, by place in the header from 0; the others are left out. `reference` is a field here, too. */
  columns: z.array(z.object({ column: z.int().min(0).max(499), field: fieldKey })).max(500),
  /** Fields that together recognise a record that is already there; empty makes every row a new record. */
  matchBy: z.array(fieldKey).max(3),
  onMatch: z.enum(['update', 'skip']),
  onMissing: z.enum(['create', 'skip']),
  /** An empty cell leaves the value that a record has; otherwise it takes it away. */
  keepEmpty: z.boolean(),
  /** Texts for new records where the cell is empty or the column is missing, read like cells. */
  defaults: z.record(fieldKey, z.string().max(2_000)),
  /** By field: what stands in the file → what is read instead; an empty text means "no value". */
  valueMaps: z.record(fieldKey, z.record(z.string().max(500), z.string().max(500))),
})
export type Mapping = z.output<typeof mapping>

/** Where a proposal comes from: an earlier import, the field's own name, a known other name, a similar name. */
export const confidences = ['remembered', 'exact', 'alias', 'similar'] as const
export type Confidence = (typeof confidences)[number]

export const columnProposal = z.object({
  column: z.int(),
  field: z.string().nullable(),
  confidence: z.enum(confidences).nullable(),
  /** The header names a field that the system works out itself, so the column is left out. */
  computed: z.string().nullable(),
})
export type ColumnProposal = z.output<typeof columnProposal>
