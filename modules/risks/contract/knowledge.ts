import { operation } from '@heng/contract'
import { z } from 'zod'
import { bothTexts } from './shared.ts'

const grade = z.int().min(1).max(5)

/** The knowledge base behind the ids that risks and scenarios carry; the same for every organisation of an installation. */
export const knowledgeOperations = {
  get: operation({
    id: 'riskKnowledge.get', method: 'GET', path: '/risk-knowledge', permission: 'risk:read',
    summary: { en: 'Threats, vulnerabilities and asset types known to Heng', 'zh-CN': '内置的威胁、脆弱性和资产类型知识库' },
    input: z.object({}),
    output: z.object({
      assetTypes: z.array(z.object({ id: z.string(), title: bothTexts, tier: z.string(), scenarios: z.int() })),
      threats: z.array(z.object({
        id: z.string(), title: bothTexts, description: bothTexts, source: z.string(), kind: bothTexts,
        properties: z.array(z.enum(['C', 'I', 'A'])), frequency: grade,
      })),
      vulnerabilities: z.array(z.object({
        id: z.string(), title: bothTexts, description: bothTexts, category: z.string(), controls: z.array(z.string()), exploitability: grade,
      })),
    }),
  }),
}
