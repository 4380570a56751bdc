import { createHash } from 'node:crypto'
import { canonicalJson } from '@heng/server-kit'
import type { z } from 'zod'
import type { attributes, requirement } from '../../contract/nouns.ts'

/** A text in both languages, either of which a source may lack. */
export interface Wording {
  readonly en: string | null
  readonly 'zh-CN': string | null
}

export interface CatalogueNode {
  readonly ref: string
  readonly parent: string | null
  readonly title: Wording
  readonly summary: Wording
  readonly guidance: Wording
  readonly kind: z.output<typeof requirement.fields.kind.schema>
  readonly assessable: boolean
  readonly withdrawn: boolean
  readonly items: number | null
  readonly attributes: z.output<typeof attributes>
}

/** A catalogue from any source on its way into an organisation. Parents stand before their children. */
export interface Catalogue {
  readonly key: string
  readonly kind: 'shipped' | 'oscal' | 'csv'
  readonly title: Wording
  readonly edition: Wording
  readonly version: string
  readonly publisher: string | null
  readonly licence: 'ownWording' | 'verbatim' | 'stated' | 'unknown'
  readonly licenceNote: Wording
  readonly provenance: Wording
  readonly overlay: boolean
  readonly nodes: readonly CatalogueNode[]
}

/** SHA-256 over the canonical JSON of everything that the organisation would see. */
export const contentHash = (catalogue: Catalogue): string => createHash('sha256').update(canonicalJson(catalogue)).digest('hex')
