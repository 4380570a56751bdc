import type { CatalogueDiff } from '../../contract/catalogue.ts'
import type { Wording } from './model.ts'

/** What a person would call a change of a requirement. */
export interface Comparable {
  readonly ref: string
  readonly title: Wording
  readonly summary: Wording
  readonly guidance: Wording
  readonly assessable: boolean
  readonly withdrawn: boolean
}

const fieldsOf = (node: Comparable): Record<string, string | null> => ({
  titleEn: node.title.en,
  titleZh: node.title['zh-CN'],
  summaryEn: node.summary.en,
  summaryZh: node.summary['zh-CN'],
  guidanceEn: node.guidance.en,
  guidanceZh: node.guidance['zh-CN'],
  assessable: String(node.assessable),
  withdrawn: String(node.withdrawn),
})

const line = ({ ref, title }: Comparable) => ({ ref, title: { en: title.en, 'zh-CN': title['zh-CN'] } })

/** Compares two versions of a publication by the numbers of their nodes, field by field. O(nodes). */
export const diffCatalogues = (before: readonly Comparable[], after: readonly Comparable[]): Omit<CatalogueDiff, 'from' | 'to'> => {
  const old = new Map(before.map((node) => [node.ref, node]))
  const fresh = new Set(after.map((node) => node.ref))
  const kept = after
    .filter((node) => old.has(node.ref))
    .map((node) => {
      const [was, is] = [fieldsOf(old.get(node.ref)!), fieldsOf(node)]
      const fields = Object.keys(is)
        .filter((key) => was[key] !== is[key])
        .map((field) => ({ field, before: was[field]!, after: is[field]! }))
      return { ...line(node), fields }
    })
  const changed = kept.filter((node) => node.fields.length > 0)
  return {
    added: after.filter((node) => !old.has(node.ref)).map(line),
    removed: before.filter((node) => !fresh.has(node.ref)).map(line),
    changed,
    unchanged: kept.length - changed.length,
  }
}
