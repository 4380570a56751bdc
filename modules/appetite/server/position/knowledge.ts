import { knowledge } from '@heng/content-knowledge'

let groups: ReadonlyMap<string, string> | undefined
let categories: ReadonlyMap<string, string> | undefined

/** Source of a threat of the knowledge base; null for one in somebody's own words. */
export const threatGroupOf = (threat: string | null): string | null =>
  threat === null ? null : ((groups ??= new Map(knowledge().threats.map((t) => [t.id, t.source]))).get(threat) ?? null)

/** Class of an asset by its type; null where it has none. */
export const assetCategoryOf = (type: string | null): string | null =>
  type === null ? null : ((categories ??= new Map(knowledge().assetTypes.map((t) => [t.id, t.category]))).get(type) ?? null)
