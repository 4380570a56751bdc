import { instant, operation } from '@heng/contract'
import { z } from 'zod'
import { supports } from './risk.ts'
import { basis, bothTexts, share } from './shared.ts'

const level = z.int().nullable()
const narrowed = { basis: basis.default('current'), unit: z.uuid().optional(), asset: z.uuid().optional(), threat: z.string().max(100).optional() }
const axis = z.object({
  id: z.string(), title: bothTexts, kind: z.enum(['factor', 'stage']),
  steps: z.array(z.object({ value: z.int(), title: bothTexts.nullable() })),
})
const levels = z.array(z.object({ value: z.int(), title: bothTexts }))
const step = z.object({
  id: z.string(), label: bothTexts, inputs: z.array(z.object({ id: z.string(), label: bothTexts, value: z.number() })), rule: bothTexts,
  output: z.object({ value: z.number(), level, title: bothTexts.optional() }),
})
/** Counts by level as text, `-` for not assessed. */
const counts = z.record(z.string(), z.int())

/** From one level to another; `absent` are risks that were not open at that instant, `-` those not assessed. */
const move = z.object({ from: z.string(), to: z.string(), count: z.int() })

/** Ways to look at the register as a whole. All count open risks that the caller may see. */
export const viewOperations = {
  heatmap: operation({
    id: 'risk.heatmap', method: 'GET', path: '/risks/views/heatmap', permission: 'risk:read', asOf: true,
    summary: { en: 'Count risks by likelihood and impact', 'zh-CN': '风险热力图：按可能性和影响计数' },
    input: z.object(narrowed),
    output: z.object({
      basis, criteria: z.uuid().nullable(), provisional: z.boolean(), named: z.boolean(),
      likelihood: axis.nullable(), impact: axis.nullable(), levels,
      cells: z.array(z.object({
        likelihood: z.int(), impact: z.int(), count: z.int(),
        /** The method's outcome for the cell; where further factors count, the highest level that stands there. */
        level, byLevel: counts,
      })),
      byLevel: counts, notAssessed: z.int(), total: z.int(),
      /** Rated by other criteria than those in force: computed anew by `risk.recompute`. */
      outdated: z.int(),
    }),
  }),
  movement: operation({
    id: 'risk.movement', method: 'GET', path: '/risks/views/movement', permission: 'risk:read',
    summary: { en: 'How risks moved between levels from one instant to another', 'zh-CN': '两个时点之间风险等级的变动' },
    /** Without `to`, until now. */
    input: z.object({ ...narrowed, from: instant, to: instant.optional() }),
    output: z.object({ basis, from: z.iso.datetime(), to: z.iso.datetime(), moves: z.array(move), higher: z.int(), lower: z.int(), same: z.int(), added: z.int(), gone: z.int() }),
  }),
  summary: operation({
    id: 'risk.summary', method: 'GET', path: '/risks/views/summary', permission: 'risk:read', asOf: true,
    summary: { en: 'Risks by unit, asset, threat, vulnerability or owner', 'zh-CN': '按部门、资产、威胁、脆弱性或责任人汇总风险' },
    input: z.object({ by: z.enum(['unit', 'asset', 'threat', 'vulnerability', 'owner']), basis: basis.default('current'), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({
      basis, levels,
      groups: z.array(z.object({ key: z.string().nullable(), label: bothTexts, total: z.int(), worst: level, byLevel: counts, notAssessed: z.int() })),
    }),
  }),
  top: operation({
    id: 'risk.top', method: 'GET', path: '/risks/views/top', permission: 'risk:read', asOf: true,
    summary: { en: 'The highest risks', 'zh-CN': '最高风险' },
    input: z.object({ basis: basis.default('current'), limit: z.coerce.number().int().min(1).max(100).default(10) }),
    output: z.object({
      basis, levels,
      items: z.array(z.object({
        id: z.uuid(), reference: z.string(), title: z.string(), level: z.int(), likelihood: level, impact: level,
        owner: z.string().nullable(), unit: z.string().nullable(), option: z.string().nullable(), acceptance: z.string().nullable(), reviewDue: z.string().nullable(),
      })),
    }),
  }),
  evidence: operation({
    id: 'risk.evidence', method: 'GET', path: '/risks/{id}/evidence', permission: 'risk:read',
    summary: { en: 'Show which level the tests of controls support', 'zh-CN': '查看控制测试结果所支持的风险等级' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      /** Rules that the level followed, and from how many percent on a control counts as effective or partly effective. */
      method: z.object({ id: z.string(), version: z.string(), effective: z.int(), partly: z.int() }),
      targets: z.array(z.string()),
      inherent: level, current: level,
      /** Null is "not assessed"; then it lies between `best` and `worst`, as far as these are known. */
      level, best: level, worst: level, stale: z.boolean(), support: z.enum(supports).nullable(),
      /** As kept with the risk; the same unless something is still on its way. */
      stored: z.object({ level, support: z.enum(supports).nullable() }),
      safeguards: z.array(z.object({
        noun: z.enum(['control', 'treatmentMeasure']), id: z.uuid(), reference: z.string(), name: z.string(), state: z.string(), at: z.string().nullable(),
        percent: z.int().nullable(), class: z.enum(['effective', 'partly', 'ineffective']).nullable(), stale: z.boolean(),
        reductions: z.array(z.object({ target: z.string(), steps: level, counted: level })),
        frequency: share, magnitude: share,
      })),
    }),
  }),
  exposure: operation({
    id: 'risk.exposure', method: 'GET', path: '/risks/{id}/exposure', permission: 'risk:read',
    summary: { en: 'Show what vulnerability scans say of the assets of a risk', 'zh-CN': '查看漏洞扫描对风险所涉资产的结论' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      /** 1–5, the highest of the assets; null is "not assessed". A proposal for these factors. */
      level, factors: z.array(z.string()),
      /** Whether the risk rests on a vulnerability of the knowledge base that scanners can see. */
      isTechnical: z.boolean(),
      /** The most exposed ones. */
      assets: z.array(z.object({
        id: z.uuid(), reference: z.string(), name: z.string(), level, scannedAt: z.string().nullable(),
        counts: z.object({ critical: z.int(), high: z.int(), medium: z.int(), low: z.int(), notAssessed: z.int() }),
        accepted: z.int(), overdue: z.int(), highestEpss: z.number().nullable(), exploited: z.boolean(),
        /** The vulnerability that the level comes from. */
        leading: z.object({ id: z.uuid(), reference: z.string(), title: z.string(), severity: z.string().nullable(), epss: z.number().nullable(), exploited: z.boolean() }).nullable(),
      })),
      assetsInAll: z.int(), notScanned: z.int(),
    }),
  }),
  explain: operation({
    id: 'risk.explain', method: 'GET', path: '/risks/{id}/explain', permission: 'risk:read', asOf: true,
    summary: { en: 'Show how a figure came about, step by step', 'zh-CN': '逐步展示风险值的计算过程' },
    input: z.object({ id: z.uuid(), basis: basis.default('current') }),
    output: z.object({
      basis,
      method: z.object({ id: z.string(), version: z.string(), title: bothTexts, note: bothTexts, status: z.string(), hash: z.string() }).nullable(),
      criteria: z.object({ id: z.uuid(), reference: z.string(), state: z.string() }).nullable(),
      inputs: z.array(z.object({ id: z.string(), label: bothTexts, value: level, title: bothTexts.nullable(), from: z.enum(['asset', 'rated']), optional: z.boolean() })),
      assets: z.array(z.object({ id: z.uuid(), reference: z.string(), name: z.string(), value: level })),
      reductions: z.array(z.object({ noun: z.enum(['control', 'treatmentMeasure']), id: z.uuid(), reference: z.string(), title: z.string(), target: z.string(), steps: level, state: z.string() })),
      missing: z.array(z.string()),
      rationale: z.string().nullable(), ratedAt: z.string().nullable(), ratedBy: z.string().nullable(),
      steps: z.array(step), level,
      levelTitle: bothTexts.nullable(),
      /** The level kept with the risk; equal to `level` unless inputs changed since. */
      stored: level,
    }),
  }),
}
