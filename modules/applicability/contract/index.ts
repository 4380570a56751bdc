import { idInput, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { checkHead, finding, omissionCheck } from './check.ts'
import { comparison } from './compare.ts'
import { compliance, conclusionOperations } from './compliance.ts'
import { contentLine, linkedRisk } from './content.ts'
import { lineEvidence, soaDrift } from './evidence.ts'
import { trace } from './trace.ts'
import { implementations, reasons, soa, soaLine } from './nouns.ts'

export * from './check.ts'
export * from './compare.ts'
export * from './compliance.ts'
export * from './conclusion.ts'
export * from './content.ts'
export * from './evidence.ts'
export * from './graph.ts'
export * from './nouns.ts'
export * from './trace.ts'
export * from './traced.ts'

const soaBasics = registerOperations(soa, '/soa')
const lineBasics = registerOperations(soaLine, '/soa-lines')
const says = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const versioned = idInput.extend({ version: z.int().min(1) })

/** Risks that stand behind a line: how many, or, where `capped`, at least how many, and the numbers of the first few; `soa.lineRisks` names them. */
const someRisks = z.object({ count: z.int(), capped: z.boolean(), references: z.array(z.string()) })
export type SomeRisks = z.output<typeof someRisks>

/** A line to be worked on. Its risks are only counted here: there may be thousands behind the lines of a statement. */
export const workingLine = contentLine.omit({ linkedRisks: true }).extend({
  linkedRisks: someRisks,
  id: z.uuid(),
  version: z.int(),
  requirement: z.uuid().nullable(),
  control: z.uuid().nullable(),
  summaryEn: z.string().nullable(),
  summaryZh: z.string().nullable(),
  view: z.enum(['technical', 'managerial', 'physical']).nullable(),
  /** What the linked controls say, whatever somebody stated. */
  derivedImplementation: z.enum(implementations).nullable(),
  implementationOverride: z.enum(implementations).nullable(),
  /** What the confirmed risks suggest; people conclude. Null where they suggest nothing, or in a version that is not a draft. */
  proposal: z
    .object({ reasons: z.array(z.enum(reasons)), risks: someRisks })
    .nullable(),
  /** What the tests of its controls say today; null for a line that is left out, and in a version that is not a draft (`soa.drift` tells of that). */
  evidence: lineEvidence.nullable(),
  allowed: z.array(z.string()),
})
export type WorkingLine = z.output<typeof workingLine>

export const applicability = {
  trace,
  compliance,
  conclusion: conclusionOperations,
  soa: {
    list: soaBasics.list,
    get: soaBasics.get,
    update: soaBasics.update,
    newVersion: operation({
      id: 'soa.newVersion',
      method: 'POST',
      path: '/soa',
      permission: 'soa:write',
      summary: says(
        'Begin a version: the first from Annex A, the next from the one before',
        '新建版本：首版依据附录 A，后续版本沿用上一版',
      ),
      input: z.object({ from: z.uuid().optional() }),
      output: soa.row,
    }),
    discard: operation({
      id: 'soa.discard',
      method: 'POST',
      path: '/soa/{id}/discard',
      permission: 'soa:write',
      summary: says('Give up a draft', '放弃草稿'),
      input: versioned.extend({ reason: z.string().trim().min(1).max(2_000) }),
      output: soa.row,
    }),
    prefill: operation({
      id: 'soa.prefill',
      method: 'POST',
      path: '/soa/{id}/prefill',
      permission: 'soa:write',
      summary: says('Add missing lines and fill empty ones from linked controls', '补齐缺失的条目，并依据控制措施填写空白内容'),
      input: idInput,
      output: z.object({ added: z.int(), filled: z.int(), proposed: z.int() }),
    }),
    accept: operation({
      id: 'soa.accept',
      method: 'POST',
      path: '/soa/{id}/accept',
      permission: 'soa:write',
      summary: says('Take over what the risks suggest for lines', '采纳依据风险提出的建议'),
      input: idInput.extend({ lines: z.array(z.uuid()).min(1).max(500) }),
      output: z.object({ changed: z.int() }),
    }),
    drift: operation({
      id: 'soa.drift',
      method: 'GET',
      path: '/soa/{id}/drift',
      permission: 'soa:read',
      summary: says('Lines that state something else than the tests of their controls support', '与控制测试结果不一致的条目'),
      input: idInput,
      output: soaDrift,
    }),
    conclude: operation({
      id: 'soa.conclude',
      method: 'POST',
      path: '/soa/{id}/conclude',
      permission: 'soa:write',
      summary: says('State for lines what the tests of their controls support', '按控制测试结果更新条目的实施情况'),
      /** Without a reason the controls and their percentages are named. */
      input: idInput.extend({ lines: z.array(z.uuid()).min(1).max(500), reason: z.string().trim().min(1).max(2_000).optional() }),
      output: z.object({ changed: z.int() }),
    }),
    lines: operation({
      id: 'soa.lines',
      method: 'GET',
      path: '/soa/{id}/lines',
      permission: 'soa:read',
      asOf: true,
      summary: says('Every line of a version', '某版本的全部条目'),
      input: idInput,
      output: z.object({ soa: soa.row, lines: z.array(workingLine), check: checkHead.nullable() }),
    }),
    lineRisks: operation({
      id: 'soa.lineRisks',
      method: 'GET',
      path: '/soa/{id}/lines/{line}/risks',
      permission: 'soa:read',
      asOf: true,
      summary: says('Risks that a line rests on, and those that suggest it', '某条目关联的风险及提出建议的风险'),
      input: idInput.extend({ line: z.uuid() }),
      output: z.object({ linked: z.array(linkedRisk), suggested: z.array(linkedRisk) }),
    }),
    findings: operation({
      id: 'soa.findings',
      method: 'GET',
      path: '/soa/{id}/findings',
      permission: 'soa:read',
      asOf: true,
      summary: says('What the last check for omissions found', '最近一次遗漏核对的结果'),
      input: idInput,
      output: z.object({ findings: z.array(finding) }),
    }),
    check: operation({
      id: 'soa.check',
      method: 'POST',
      path: '/soa/{id}/check',
      permission: 'soa:write',
      summary: says('Check that nothing necessary was omitted, and record it', '核对必要控制有无遗漏并留存记录'),
      input: idInput,
      output: omissionCheck,
    }),
    submit: operation({
      id: 'soa.submit',
      method: 'POST',
      path: '/soa/{id}/submit',
      permission: 'soa:write',
      summary: says('Submit for approval by top management', '提交最高管理层批准'),
      input: versioned.extend({ reason: z.string().trim().max(2_000).optional() }),
      output: soa.row,
    }),
    compare: operation({
      id: 'soa.compare',
      method: 'GET',
      path: '/soa/compare',
      permission: 'soa:read',
      summary: says('Compare two versions line by line', '逐条比较两个版本'),
      input: z.object({ a: z.uuid(), b: z.uuid() }),
      output: comparison,
    }),
  },
  soaLine: {
    list: lineBasics.list,
    get: lineBasics.get,
    update: lineBasics.update,
    bulk: lineBasics.bulk,
    archive: lineBasics.archive,
    restore: lineBasics.restore,
  },
}

export const exportFormats = ['docx', 'xlsx', 'pdf', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
