import type { CatalogueNode } from './catalogue.ts'
import type { OscalLimits } from './limits.ts'
import type { Parameters } from './params.ts'
import { OscalError } from './problem.ts'
import { labelOf, renderParts } from './prose.ts'
import type { Control, ControlTree, Group } from './schema.ts'

/** What turning a tree into nodes needs. */
export interface NodeContext {
  parameters: Parameters
  limits: OscalLimits
  /** Ids of controls that are present only for the sake of those inside them. */
  implicit: ReadonlySet<string>
}

/**
 * Flattens a tree of groups and controls into nodes, depth first.
 *
 * @param path JSON path of the tree
 * @throws OscalError `duplicate-id`, `nodes`, `prose-length`
 */
export function nodesOf(tree: ControlTree, path: string, context: NodeContext): CatalogueNode[] {
  const nodes: CatalogueNode[] = []
  const refs = new Set<string>()

  const add = (item: Group | Control, kind: CatalogueNode['kind'], parent: string | null, at: string): void => {
    const ref = item.id ?? at
    if (refs.has(ref)) throw new OscalError('duplicate-id', { path: `${at}.id`, found: ref })
    if (nodes.length >= context.limits.nodes) throw new OscalError('nodes', { path: at, allowed: context.limits.nodes })
    refs.add(ref)
    nodes.push(nodeOf(item, { ref, kind, parent, at, order: nodes.length }, context))
    walk(item, ref, at, kind === 'group' ? 'control' : 'enhancement')
  }

  const walk = (inner: ControlTree, parent: string | null, at: string, controlKind: 'control' | 'enhancement'): void => {
    inner.controls?.forEach((control, index) => add(control, controlKind, parent, `${at}.controls[${index}]`))
    inner.groups?.forEach((group, index) => add(group, 'group', parent, `${at}.groups[${index}]`))
  }

  walk(tree, null, path, 'control')
  return nodes
}

interface Place extends Pick<CatalogueNode, 'ref' | 'kind' | 'parent' | 'order'> {
  at: string
}

function nodeOf(item: Group | Control, { at, ...place }: Place, { parameters, implicit }: NodeContext): CatalogueNode {
  const parts = item.parts ?? []
  const render = (name: string): string =>
    renderParts(
      parts.filter((part) => part.name === name),
      parameters,
      `${at}.parts`,
    )
  const statement = render('statement')
  return {
    ...place,
    label: labelOf(item.props) ?? null,
    title: parameters.insert(item.title, `${at}.title`),
    prose: statement === '' ? render('overview') : statement,
    guidance: render('guidance'),
    examples: parts.filter((part) => part.name === 'example').map((part) => renderParts([part], parameters, `${at}.parts`)),
    withdrawn: item.props?.some((prop) => prop.name === 'status' && prop.value.toLowerCase() === 'withdrawn') ?? false,
    implicit: implicit.has(place.ref),
    class: item.class ?? null,
    links: item.links?.map(({ rel, href }) => ({ rel: rel ?? null, href })) ?? [],
  }
}
