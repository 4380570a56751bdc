import { z } from 'zod'

const text = z.object({ en: z.string().nullable(), 'zh-CN': z.string().nullable() })

/** A shipped catalogue and how it stands in this organisation. */
export const catalogueSummary = z.object({
  key: z.string(),
  title: text,
  edition: text,
  version: z.string(),
  publisher: z.string(),
  licence: text,
  requirements: z.int(),
  assessable: z.int(),
  /** The record of this very content, and of the newest older one. */
  installed: z.uuid().nullable(),
  older: z.uuid().nullable(),
})
export type CatalogueSummary = z.output<typeof catalogueSummary>

const changed = z.object({
  ref: z.string(),
  title: text,
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
const line = z.object({ ref: z.string(), title: text })

/** Node by node, what another version of the same publication changes. */
export const catalogueDiff = z.object({
  from: z.string(),
  to: z.string(),
  added: z.array(line),
  removed: z.array(line),
  changed: z.array(changed),
  unchanged: z.int(),
})
export type CatalogueDiff = z.output<typeof catalogueDiff>

/** What an import would bring, said before anything is written. */
export const importPreview = z.object({
  kind: z.enum(['oscal', 'csv']),
  /** Of everything that was sent; given back on applying, so that what was previewed is what is applied. */
  sha256: z.string(),
  key: z.string(),
  title: text,
  edition: text,
  version: z.string(),
  publisher: z.string().nullable(),
  counts: z.object({ requirements: z.int(), assessable: z.int(), groups: z.int(), withdrawn: z.int() }),
  licence: z.object({ stated: z.array(z.string()), verbatim: z.boolean(), overlay: z.boolean() }),
  sources: z.array(z.object({ title: z.string(), version: z.string() })),
  warnings: z.array(z.object({ en: z.string(), 'zh-CN': z.string() })),
  warningCount: z.int(),
  /** Problems of single rows; any of them keeps the import from being applied. */
  errors: z.array(z.object({ line: z.int().nullable(), en: z.string(), 'zh-CN': z.string() })),
  errorCount: z.int(),
  sample: z.array(z.object({ ref: z.string(), title: text, level: z.int() })),
  /** An earlier version of the same publication here, and what would change beside it. */
  earlier: z.object({ id: z.uuid(), reference: z.string(), added: z.int(), removed: z.int(), changed: z.int() }).nullable(),
  /** The same content is here already. */
  present: z.uuid().nullable(),
})
export type ImportPreview = z.output<typeof importPreview>
