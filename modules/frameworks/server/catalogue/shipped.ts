import { framework, frameworks, type Catalogue as Content } from '@heng/content-frameworks'
import { contentHash, type Catalogue } from './model.ts'

const of = (content: Content): Catalogue => ({
  key: content.id,
  kind: 'shipped',
  title: content.title,
  edition: content.edition,
  version: String(content.version),
  publisher: content.publisher,
  licence: content.licence.text === 'own-wording' ? 'ownWording' : 'verbatim',
  licenceNote: content.licence.note,
  provenance: content.provenance,
  overlay: content.licence.overlay,
  nodes: content.nodes.map((node) => ({
    ref: node.ref,
    parent: node.parent,
    title: node.title,
    summary: node.summary,
    guidance: node.evidence ?? { en: null, 'zh-CN': null },
    kind: node.kind === 'control-point' ? 'controlPoint' : node.kind,
    assessable: node.assessable,
    withdrawn: false,
    items: node.items ?? null,
    attributes: { ...node.attributes, controlType: node.attributes.controlType?.slice(), properties: node.attributes.properties?.slice() },
  })),
})

/** A catalogue of this installation, with the hash that recognises its content. */
export interface Shipped {
  readonly catalogue: Catalogue
  readonly hash: string
}
const cache = new Map<string, Shipped>()

const shippedOf = (content: Content): Shipped => {
  const known = cache.get(content.id)
  if (known !== undefined) return known
  const catalogue = of(content)
  const shipped = { catalogue, hash: contentHash(catalogue) }
  cache.set(content.id, shipped)
  return shipped
}

export const shippedCatalogue = (key: string): Shipped | undefined => {
  const content = framework(key)
  return content === undefined ? undefined : shippedOf(content)
}
export const shippedCatalogues = (): Shipped[] => frameworks().map(shippedOf)
