import type { OscalProblem } from './problem.ts'

/** A catalogue of controls in neutral form, whatever the publisher's structure. */
export interface Catalogue {
  /** The publisher's document identifier where there is one, else the uuid. */
  id: string
  uuid: string
  title: string
  version: string
  oscalVersion: string
  lastModified: string
  /** `profile`: resolved from a profile and the catalogs it imports. */
  kind: 'catalog' | 'profile'
  /** In document order; a parent stands before its children. */
  nodes: CatalogueNode[]
  resources: CatalogueResource[]
  provenance: Provenance
  /** What was read differently than written; never silent. */
  warnings: OscalProblem[]
}

/** A group (family, function), a control, or a control inside a control (enhancement, subcategory). */
export interface CatalogueNode {
  /** The OSCAL id, unique in the catalogue; for a group without one its JSON path. */
  ref: string
  /** `ref` of the node above; null at the top. */
  parent: string | null
  kind: 'group' | 'control' | 'enhancement'
  /** As people cite it: "AC-2(1)". */
  label: string | null
  title: string
  /**
   * The statement, or the overview where there is none; Markdown as in the source, one line per part with its list
   * label, two spaces of indent per level. Parameters read "[Assignment: …]" and "[Selection: …]", or their value.
   */
  prose: string
  guidance: string
  /** Implementation examples (parts named `example`). */
  examples: string[]
  withdrawn: boolean
  /** In a profile: not selected itself, only present because a control inside it is. */
  implicit: boolean
  /** Position in the whole catalogue, from 0. */
  order: number
  class: string | null
  /** As written: `#` and a ref, a part's id or a resource's uuid, or a URL. */
  links: { rel: string | null; href: string }[]
}

/** A document that is referred to. */
export interface CatalogueResource {
  uuid: string
  title: string | null
  /** Citation or description. */
  text: string | null
  hrefs: string[]
}

/** Where the text comes from and on what terms. The text keeps its own licence; absent fields were not in the metadata. */
export interface Provenance {
  published: string | null
  /** Licence, rights or copyright as the metadata word or link it. */
  licences: string[]
  /** Who did what: creator, publisher, contact, … */
  parties: { role: string; name: string }[]
  /** Links of the document itself (canonical, alternate, source-profile), resources resolved to their addresses. */
  links: { rel: string | null; href: string }[]
  /** Often holds terms of use. */
  remarks: string | null
  /** For a profile: the catalogs and profiles it was resolved from, in import order. */
  sources: { uuid: string; title: string; version: string }[]
}

/** Numbers of nodes by kind; withdrawn ones are counted in their kind too. */
export function countNodes(catalogue: Catalogue): {
  groups: number
  controls: number
  enhancements: number
  withdrawn: number
} {
  const count = (test: (node: CatalogueNode) => boolean): number => catalogue.nodes.filter(test).length
  return {
    groups: count((node) => node.kind === 'group'),
    controls: count((node) => node.kind === 'control'),
    enhancements: count((node) => node.kind === 'enhancement'),
    withdrawn: count((node) => node.withdrawn),
  }
}
