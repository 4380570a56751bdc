import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { reason, started } from './shared.ts'

export const scenarioStates = ['proposed', 'confirmed', 'merged', 'dismissed'] as const

/** A proposal of the knowledge base: this threat may use this vulnerability of this asset. People decide what becomes of it. */
export const riskScenario = noun({
  name: 'riskScenario', room: 'risks', prefix: 'RS', label: 'title', unit: 'unit', owners: ['owner'],
  fields: {
    title: field.text({ required: true, bilingual: true, max: 500, writable: false }),
    /** The asset that it is named after; alike ones may stand beside it. */
    asset: field.record('asset', { required: true, writable: false }),
    assetCount: field.integer({ required: true, min: 1, writable: false, inList: false }),
    threat: field.code('threats', { required: true, writable: false }),
    vulnerability: field.code('vulnerabilities', { required: true, writable: false }),
    unit: field.unit({ writable: false }),
    /** Who answers for the asset. */
    owner: field.person({ writable: false, inList: false }),
    status: field.oneOf(scenarioStates, { writable: false }),
    reason: field.longText({ max: 2_000, writable: false }),
    /** The risk that it became or was merged into. */
    risk: field.record('risk', { writable: false }),
    decidedBy: field.person({ writable: false, inList: false }),
    decidedAt: field.timestamp({ writable: false, inList: false }),
  },
})

/** Which assets to begin with, how to gather them, and how far to go. */
export const generation = z.object({
  /** With their sub-units. Nothing named at all means every asset that the caller may generate for. */
  units: z.array(z.uuid()).max(500).optional(),
  assets: z.array(z.uuid()).max(1_000).optional(),
  types: z.array(z.string().max(100)).max(200).optional(),
  /** `key`: key assets only, unless assets are named. */
  only: z.enum(['key', 'all']).default('key'),
  /** `alike`: one scenario for all assets of a unit with the same type and value. */
  combine: z.enum(['alike', 'none']).default('alike'),
  /** `likely`: only what the knowledge base rates as frequent and easy to do. */
  depth: z.enum(['likely', 'all']).default('likely'),
})
export type Generation = z.output<typeof generation>

const path = '/risk-scenarios'
const { list, get } = registerOperations(riskScenario, path)

/** Proposals by id, or all that agree in the fields named: up to 2,000 a call, `remaining` says how many are left. */
export const selection = z.object({
  ids: z.array(z.uuid()).min(1).max(1_000).optional(),
  where: z.object({ asset: z.uuid(), threat: z.string().max(100), vulnerability: z.string().max(100), unit: z.uuid() }).partial().optional(),
}).refine((s) => (s.ids !== undefined) !== (s.where !== undefined && Object.keys(s.where).length > 0), { error: 'required' })
export type Selection = z.output<typeof selection>
const decided = z.object({ done: z.int(), risks: z.array(z.uuid()), remaining: z.int() })

export const scenarioOperations = {
  list, get,
  generate: operation({
    id: 'riskScenario.generate', method: 'POST', path: `${path}/generate`, permission: 'riskScenario:generate',
    summary: { en: 'Propose scenarios for assets from the knowledge base', 'zh-CN': '按知识库为资产生成风险场景' },
    input: generation,
    output: started,
  }),
  preview: operation({
    id: 'riskScenario.preview', method: 'POST', path: `${path}/preview`, permission: 'riskScenario:generate',
    summary: { en: 'Say how many scenarios a generation would bring', 'zh-CN': '预估将生成多少风险场景' },
    input: generation,
    output: z.object({
      /** Assets named or reached, how many of them are key assets, and how many have no value yet. */
      inScope: z.int(), keyAssets: z.int(), unvalued: z.int(),
      /** Assets that scenarios would be proposed for, in how many groups of alike ones, and how many have no type. */
      assets: z.int(), groups: z.int(), withoutType: z.int(),
      /** New ones; where not `exact`, at most so many, since some may have been proposed before. */
      scenarios: z.int(), exact: z.boolean(),
    }),
  }),
  assets: operation({
    id: 'riskScenario.assets', method: 'GET', path: `${path}/{id}/assets`, permission: 'riskScenario:read',
    summary: { en: 'Assets that a scenario stands for', 'zh-CN': '查看风险场景涉及的资产' },
    input: z.object({ id: z.uuid() }),
    output: z.object({ items: z.array(z.object({ id: z.uuid(), reference: z.string(), name: z.string(), value: z.int().nullable() })) }),
  }),
  groups: operation({
    id: 'riskScenario.groups', method: 'GET', path: `${path}/groups`, permission: 'riskScenario:read',
    summary: { en: 'Count scenarios by asset, threat, vulnerability or unit', 'zh-CN': '按资产、威胁、脆弱性或部门统计风险场景' },
    input: z.object({ by: z.enum(['asset', 'threat', 'vulnerability', 'unit']), status: z.enum(scenarioStates).default('proposed') }),
    output: z.object({
      total: z.int(),
      /** The 500 largest. */
      groups: z.array(z.object({ key: z.string().nullable(), label: bothLabel(), count: z.int() })),
    }),
  }),
  confirm: operation({
    id: 'riskScenario.confirm', method: 'POST', path: `${path}/confirm`, permission: 'riskScenario:write',
    summary: { en: 'Confirm scenarios: they become risks of the register', 'zh-CN': '确认风险场景，登记为风险' },
    input: z.object({
      select: selection,
      /** `weakness`: one risk for all assets of a unit with the same threat and vulnerability. */
      combine: z.enum(['none', 'weakness']).default('none'),
      /** Without it the asset's owner. */
      owner: z.uuid().optional(),
    }),
    output: decided,
  }),
  merge: operation({
    id: 'riskScenario.merge', method: 'POST', path: `${path}/merge`, permission: 'riskScenario:write',
    summary: { en: 'Merge scenarios into a risk that already covers them', 'zh-CN': '将风险场景并入已有风险' },
    input: z.object({ select: selection, into: z.uuid(), reason: reason.optional() }),
    output: decided,
  }),
  dismiss: operation({
    id: 'riskScenario.dismiss', method: 'POST', path: `${path}/dismiss`, permission: 'riskScenario:write',
    summary: { en: 'Dismiss scenarios with a reason; they are not proposed again', 'zh-CN': '排除风险场景并说明理由，不再重复生成' },
    input: z.object({ select: selection, reason }),
    output: decided,
  }),
  reopen: operation({
    id: 'riskScenario.reopen', method: 'POST', path: `${path}/reopen`, permission: 'riskScenario:write',
    summary: { en: 'Propose dismissed scenarios again', 'zh-CN': '恢复已排除的风险场景' },
    input: z.object({ ids: z.array(z.uuid()).min(1).max(1_000), reason }),
    output: decided,
  }),
}

function bothLabel() {
  return z.object({ en: z.string(), 'zh-CN': z.string() })
}
