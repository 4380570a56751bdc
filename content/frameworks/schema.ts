import { z } from 'zod'

const Han = /\p{Script=Han}/u

/** A text in both languages; the Chinese one must really be Chinese. */
export const Text = z.strictObject({
  en: z.string().trim().min(1),
  'zh-CN': z.string().trim().min(1).regex(Han, 'must contain Chinese characters'),
})

/** A designation in both languages. Standard numbers such as GB/T 22080-2025 need no Chinese character. */
const Designation = z.strictObject({ en: z.string().trim().min(1), 'zh-CN': z.string().trim().min(1) })

const Id = z.string().regex(/^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/, 'must be kebab-case')
const Ref = z.string().regex(/^(A\.)?\d+(\.\d+)*$/, 'must be a clause or control number such as 6.1.3 or A.5.1')

export const Licence = z.strictObject({
  /** `own-wording`: we wrote it. `verbatim`: the source may be reproduced (statutes, public domain). */
  text: z.enum(['own-wording', 'verbatim']),
  note: Text,
  /** True where users may load their licensed copy over our summaries, inside their own organisation. */
  overlay: z.boolean(),
})

/** Classifications a node may carry. Which ones are present depends on the framework. */
export const Attributes = z.strictObject({
  /** Theme of Annex A of ISO/IEC 27001:2022. */
  theme: z.enum(['organizational', 'people', 'physical', 'technological']).optional(),
  /** The second, everyday view: 技术、管理、物理. Our own classification. */
  view: z.enum(['technical', 'managerial', 'physical']).optional(),
  controlType: z.array(z.enum(['preventive', 'detective', 'corrective'])).min(1).optional(),
  /** Confidentiality, integrity, availability. */
  properties: z.array(z.enum(['C', 'I', 'A'])).min(1).optional(),
  /** GB/T 22239-2019 annex A: S business information, A availability of service, G general. */
  mark: z.enum(['S', 'A', 'G']).optional(),
})

export const Node = z.strictObject({
  /** Number in the source, unique in the catalogue. */
  ref: Ref,
  parent: Ref.nullable(),
  /** False for headings: a gap analysis asks nothing about them. */
  assessable: z.boolean(),
  kind: z.enum(['clause', 'theme', 'control', 'category', 'control-point']),
  title: Text,
  /** One or two sentences in our own words. */
  summary: Text,
  /** What an auditor would look for. */
  evidence: Text.optional(),
  /** How many lettered requirement items the source has here. */
  items: z.int().positive().optional(),
  attributes: Attributes,
})

export const NodeFile = z.strictObject({ nodes: z.array(Node).min(1) })

const CatalogueHead = z.strictObject({
  id: Id,
  /** Version of our content, raised whenever a text or node changes. */
  version: z.int().positive(),
  edition: Designation,
  title: Text,
  publisher: z.string().trim().min(1),
  licence: Licence,
  provenance: Text,
})

/** A catalogue holds its nodes itself or names the files beside it that do, in order. */
export const CatalogueFile = z.union([
  CatalogueHead.extend({ parts: z.array(z.string().endsWith('.yaml')).min(1) }),
  CatalogueHead.extend({ nodes: z.array(Node).min(1) }),
])

export const Pair = z.strictObject({
  source: Ref,
  target: Ref,
  /**
   * Read from source to target: `superset` means that meeting the source meets the target, `subset` the reverse,
   * `equal` both, `intersect` that they share part of what they ask.
   */
  relationship: z.enum(['equal', 'subset', 'superset', 'intersect']),
  rationale: Text,
})

export const MappingFile = z.strictObject({
  id: Id,
  version: z.int().positive(),
  /** Catalogue ids. */
  source: Id,
  target: Id,
  title: Text,
  licence: Licence,
  provenance: Text,
  /** Source nodes that have no counterpart in the target, and why. */
  gaps: z.array(z.strictObject({ ref: Ref, note: Text })),
  pairs: z.array(Pair).min(1),
})

type Frozen<T> = T extends readonly (infer E)[] ? readonly Frozen<E>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

export type Text = Frozen<z.infer<typeof Text>>
export type Licence = Frozen<z.infer<typeof Licence>>
export type Node = Frozen<z.infer<typeof Node>>
/** Nodes stand in the order of the source, parents before children. */
export type Catalogue = Frozen<z.infer<typeof CatalogueHead>> & { readonly nodes: readonly Node[] }
export type Pair = Frozen<z.infer<typeof Pair>>
export type Mapping = Frozen<z.infer<typeof MappingFile>>
