import type { Catalogue, Provenance } from './catalogue.ts'
import { type OscalInput, parseDocument } from './document.ts'
import { DEFAULT_LIMITS, type OscalLimits } from './limits.ts'
import { nodesOf } from './nodes.ts'
import { Parameters, paramsOf } from './params.ts'
import { OscalError, type OscalProblem } from './problem.ts'
import { documentId, provenanceOf, resourceOf } from './provenance.ts'
import type { ControlTree, Metadata, Param, Resource } from './schema.ts'
import { markWithdrawn } from './withdrawn.ts'

export interface OscalOptions {
  limits?: Partial<OscalLimits>
}

/**
 * Reads an OSCAL catalog (JSON, 1.0 to 1.2).
 *
 * @throws OscalError with the JSON path; a profile is refused here because it needs its imports: see `resolveProfile`.
 */
export function parseCatalog(input: OscalInput, options: OscalOptions = {}): Catalogue {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const document = parseDocument(input, limits)
  if (document.model !== 'catalog') throw new OscalError('model', { path: '$', found: document.model, allowed: 'catalog' })
  const { catalog } = document
  return catalogueOf(
    {
      ...catalog,
      kind: 'catalog',
      path: '$.catalog',
      tree: catalog,
      resources: catalog['back-matter']?.resources ?? [],
    },
    limits,
  )
}

/** A catalog, or what a profile resolved to. */
export interface CatalogueSource {
  kind: Catalogue['kind']
  uuid: string
  metadata: Metadata
  path: string
  tree: ControlTree
  resources: readonly Resource[]
  /** Parameters of controls that were not selected but may be inserted. */
  otherParams?: readonly Param[]
  implicit?: ReadonlySet<string>
  sources?: Provenance['sources']
  warnings?: readonly OscalProblem[]
}

/** Brings a tree of controls into neutral form. */
export function catalogueOf(source: CatalogueSource, limits: OscalLimits): Catalogue {
  const { metadata, resources } = source
  const parameters = new Parameters([...paramsOf(source.tree), ...(source.otherParams ?? [])], limits)
  const nodes = nodesOf(source.tree, source.path, { parameters, limits, implicit: source.implicit ?? new Set() })
  const marked = markWithdrawn(nodes, metadata)
  return {
    id: documentId(metadata, source.uuid),
    uuid: source.uuid,
    title: metadata.title,
    version: metadata.version,
    oscalVersion: metadata['oscal-version'],
    lastModified: metadata['last-modified'],
    kind: source.kind,
    nodes,
    resources: resources.map(resourceOf),
    provenance: provenanceOf(metadata, resources, source.sources ?? []),
    warnings: [...(source.warnings ?? []), ...parameters.warnings, ...marked],
  }
}
