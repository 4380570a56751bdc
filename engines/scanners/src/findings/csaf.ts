import type { Json } from '../input/jsonRecords.ts'
import type { FoundComponent } from './finding.ts'
import { at, list, text, texts } from './nodes.ts'

export type Product = Partial<FoundComponent> & { readonly name: string }
export interface Products {
  readonly byId: ReadonlyMap<string, Product>
  /** Products of a group. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

const productOf = (product: Json, branch: { name: string | null; version: string | null }): Product => ({
  name: branch.name ?? text(product, 'name') ?? text(product, 'product_id') ?? '', version: branch.version,
  purl: text(product, 'product_identification_helper', 'purl') ?? text(product, 'product_identification_helper', 'purls', 0), path: null,
})

const treeOf = (context: Json): Products => {
  const tree = at(context, 'product_tree')
  const byId = new Map<string, Product>()
  const add = (product: Json, branch = { name: null as string | null, version: null as string | null }): void => {
    const id = text(product, 'product_id')
    if (id !== null) byId.set(id, productOf(product, branch))
  }
  for (const product of list(tree, 'full_product_names')) add(product)
  const open = list(tree, 'branches').map((branch) => ({ branch, name: null as string | null, version: null as string | null }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const category = text(next.branch, 'category')
    const name = category === 'product_name' ? text(next.branch, 'name') : next.name
    const version = category === 'product_version' || category === 'product_version_range' ? text(next.branch, 'name') : next.version
    add(at(next.branch, 'product'), { name, version })
    for (const branch of list(next.branch, 'branches')) open.push({ branch, name, version })
  }
  for (const relation of list(tree, 'relationships')) {
    const full = at(relation, 'full_product_name')
    const part = byId.get(text(relation, 'product_reference') ?? '')
    const whole = text(relation, 'relates_to_product_reference')
    const id = text(full, 'product_id')
    if (id === null) continue
    const path = text(full, 'name') ?? (whole === null ? null : (byId.get(whole)?.name ?? whole))
    byId.set(id, part === undefined ? productOf(full, { name: null, version: null }) : { ...part, path })
  }
  const groups = new Map(list(tree, 'product_groups').map((group) => [text(group, 'group_id') ?? '', texts(group, 'product_ids')]))
  return { byId, groups }
}

const known = new WeakMap<object, Products>()

/** Products of a CSAF document by their id, read once: from names, branches and relationships. */
export const productsOf = (context: Json): Products => {
  if (context === null || typeof context !== 'object') return { byId: new Map(), groups: new Map() }
  const found = known.get(context) ?? treeOf(context)
  known.set(context, found)
  return found
}

/** Which of some items (scores, remediations, flags) are said of which product; those that name no product are of all. */
export const saidOf = (items: readonly Json[], { groups }: Products): ((product: string) => readonly Json[]) => {
  const general: Json[] = []
  const byProduct = new Map<string, Json[]>()
  for (const item of items) {
    const ids = new Set([...texts(item, 'product_ids'), ...texts(item, 'products'), ...texts(item, 'group_ids').flatMap((id) => groups.get(id) ?? [])])
    if (ids.size === 0 && list(item, 'group_ids').length === 0) general.push(item)
    for (const id of ids) {
      const before = byProduct.get(id)
      if (before === undefined) byProduct.set(id, [item])
      else before.push(item)
    }
  }
  return (product) => [...(byProduct.get(product) ?? []), ...general]
}
