import { knowledge } from '@heng/content-knowledge'
import type { Term } from '@heng/contract'

const tiers = {
  business: { en: 'Business', 'zh-CN': '业务' },
  system: { en: 'System asset', 'zh-CN': '系统资产' },
  component: { en: 'Component or unit asset', 'zh-CN': '系统组件和单元资产' },
} as const

let terms: readonly Term[] | undefined

/** Asset types of the knowledge base, from which risk scenarios are generated. */
export const assetTypes = (): readonly Term[] =>
  (terms ??= knowledge().assetTypes.map((t) => ({
    code: t.id, title: t.title, description: t.description, group: tiers[t.tier], aliases: [...t.aliases], implies: { tier: t.tier },
  })))

let tierOfType: ReadonlyMap<unknown, string> | undefined

/** The tier that assets of a type stand in; null for a type that the knowledge base does not have. */
export const tierOf = (type: unknown): string | null =>
  (tierOfType ??= new Map(knowledge().assetTypes.map((t) => [t.id, t.tier]))).get(type) ?? null
