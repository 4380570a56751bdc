import { useLocale, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from './api.ts'

export interface Known {
  readonly title: string
  readonly description: string
}
export interface KnownThreat extends Known {
  readonly frequency: number
}
export interface KnownVulnerability extends Known {
  readonly exploitability: number
  /** Controls of Annex A that reduce it. */
  readonly controls: readonly string[]
}
export interface KnowledgeInWords {
  threat: (id: string | null | undefined) => KnownThreat | undefined
  vulnerability: (id: string | null | undefined) => KnownVulnerability | undefined
  readonly assetTypes: readonly { readonly id: string; readonly title: string; readonly scenarios: number }[]
}

/** The knowledge base in the reader's language, loaded once. */
export const useKnowledge = (): KnowledgeInWords => {
  const org = useOrg()
  const locale = useLocale()
  const { data } = useQuery(api.riskKnowledge.get.queryOptions({ input: { org }, staleTime: Infinity }))
  return useMemo(() => {
    const threats = new Map((data?.threats ?? []).map((t) => [t.id, { title: t.title[locale], description: t.description[locale], frequency: t.frequency }]))
    const vulnerabilities = new Map((data?.vulnerabilities ?? []).map((v) => [v.id, { title: v.title[locale], description: v.description[locale], exploitability: v.exploitability, controls: v.controls }]))
    return {
      threat: (id) => threats.get(id ?? ''),
      vulnerability: (id) => vulnerabilities.get(id ?? ''),
      assetTypes: (data?.assetTypes ?? []).map(({ id, title, scenarios }) => ({ id, title: title[locale], scenarios })),
    }
  }, [data, locale])
}

/** The value that the knowledge base offers first for a factor of a built-in method. */
export const suggestionFor = (knowledge: KnowledgeInWords, factor: string, risk: { readonly threat: unknown; readonly vulnerability: unknown }): number | null => {
  if (factor === 'threat') return knowledge.threat(risk.threat as string | null)?.frequency ?? null
  if (factor === 'exploitability') return knowledge.vulnerability(risk.vulnerability as string | null)?.exploitability ?? null
  return null
}
