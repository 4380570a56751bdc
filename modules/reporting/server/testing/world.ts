import { applicability as soaContract } from '@heng/applicability/contract'
import { module as applicability } from '@heng/applicability/server'
import { approvals as approvalContract } from '@heng/approvals/contract'
import { module as approvals } from '@heng/approvals/server'
import { module as appetite } from '@heng/appetite/server'
import { module as quantification } from '@heng/quantification/server'
import { assets as assetContract } from '@heng/assets/contract'
import { module as assets } from '@heng/assets/server'
import { controls as controlContract } from '@heng/controls/contract'
import { module as controls } from '@heng/controls/server'
import type { Locale } from '@heng/contract'
import { module as frameworks } from '@heng/frameworks/server'
import { module as imports } from '@heng/imports/server'
import { operations } from '@heng/operations/contract'
import { module as operationsRoom } from '@heng/operations/server'
import { module as records } from '@heng/records/server'
import { risks as riskContract } from '@heng/risks/contract'
import { module as risks } from '@heng/risks/server'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { module as work } from '@heng/work/server'
import { reporting } from '../../contract/index.ts'
import { module } from '../module.ts'

export const reportingWorld = async (): Promise<TestWorld> => {
  const world = await createWorld([records, approvals, work, operationsRoom, imports, frameworks, assets, controls, risks, appetite, quantification, applicability, module])
  await world.composition.startWorker()
  return world
}

export interface Company {
  /** After the round and before anything changed. */
  readonly between?: Date
  readonly org: TestOrganisation
  readonly manager: Actor
  readonly board: Actor
  readonly owner: Actor
  readonly auditor: Actor
}

const { risk, riskAssessment, riskCriteria, riskAcceptance, treatmentMeasure, treatmentPlan } = riskContract

const approve = async (who: Actor, noun: string, recordId: string): Promise<void> => {
  const { items } = await who.call(approvalContract.approval.list, { noun, recordId, state: 'open' })
  await who.call(approvalContract.approval.decide, { id: items[0]!.id, decision: 'approve', comment: 'As discussed.' })
}

/** People and nothing else. */
export const emptyCompany = async (world: TestWorld): Promise<Company> => {
  const org = await world.organisation()
  return { org, manager: await org.actor(['ismsManager'], '李敏'), board: await org.actor(['topManagement'], '王建国'), owner: await org.actor(['riskOwner'], '陈晓'), auditor: await org.actor(['internalAuditor'], '赵审') }
}

const rate = async (who: Actor, id: string, factors: Record<string, number>, basis: 'inherent' | 'current' = 'current') => {
  const { version } = await who.call(risk.get, { id })
  return who.call(risk.rate, { id, version, basis, factors, rationale: '依据近两年事件记录。' })
}

const newRisk = async ({ org, manager, owner }: Company, title: string, confidentiality: 1 | 3 | 5) => {
  const asset = await manager.call(assetContract.asset.create, { name: `${title} 所涉系统`, tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality, integrity: 2, availability: 1 } as never)
  return manager.call(risk.create, { title, asset: (asset as { id: string }).id, owner: owner.personId, unit: org.rootUnit } as never)
}

interface Made {
  readonly id: string
}
const low = { threat: 2, vulnerability: 2 }
const high = { threat: 5, vulnerability: 5 }

export const titles = ['核心机房供电中断导致生产停顿', '源代码仓库权限过宽被内部人员导出', '供应商远程维护通道被滥用', '邮件系统遭钓鱼攻击导致账号失陷', '备份介质损坏无法恢复', '离职人员账号未及时注销'] as const

/**
 * A company with a past: a round concluded over four risks, after which one rose, one fell, one was closed, one was added and one is not assessed;
 * two measures of which one is done, an acceptance, three controls of which one was tested, a statement of applicability in force.
 */
export const plantedCompany = async (world: TestWorld): Promise<Company> => {
  const c = await emptyCompany(world)
  const { org, manager, board, owner } = c
  const draft = await manager.call(riskCriteria.propose, { method: 'gbt20984-matrix' })
  await manager.call(riskCriteria.submit, { id: draft.id, version: draft.version })
  await approve(board, 'riskCriteria', draft.id)
  const made = []
  for (const title of titles.slice(0, 4)) made.push(await newRisk(c, title, 3))
  const [rises, falls, closes, stays] = made as unknown as [Made, Made, Made, Made]
  await rate(manager, rises.id, low)
  await rate(manager, falls.id, high)
  await rate(manager, closes.id, low)
  await rate(manager, stays.id, high)
  const round = await manager.call(riskAssessment.create, { name: '2026 年上半年风险评估' })
  await manager.call(riskAssessment.start, { id: round.id, version: 1 })
  await manager.call(riskAssessment.conclude, { id: round.id, version: 2, conclusion: '按计划完成。' })

  const between = new Date()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await rate(manager, rises.id, high)
  await rate(manager, falls.id, low)
  const closing = await manager.call(risk.get, { id: closes.id })
  await manager.call(risk.close, { id: closes.id, version: closing.version, reason: '系统已下线。' })
  const added = (await newRisk(c, titles[4], 5)) as { id: string }
  await rate(manager, added.id, high)
  await newRisk(c, titles[5], 3)

  const reduce = async (id: string, option: 'reduce' | 'retain') => manager.call(risk.update, { id, version: (await manager.call(risk.get, { id })).version, values: { option } })
  await reduce(rises.id, 'reduce')
  await reduce(falls.id, 'retain')
  const measure = (title: string, values: object) => manager.call(treatmentMeasure.create, {
    title, owner: owner.personId, cost: { minor: 120_000_00, currency: 'CNY' }, effects: [{ risk: rises.id, reductions: [{ target: 'likelihood', steps: 2 }] }], ...values,
  } as never)
  const done = (await measure('双路供电改造', { due: '2027-03-31' })) as { id: string }
  await manager.call(treatmentMeasure.update, { id: done.id, version: 1, values: { progress: 100 } })
  await measure('部署多因素认证', { due: '2026-01-31', cost: { minor: 80_000_00, currency: 'CNY' } })
  const plan = await manager.call(treatmentPlan.create, { name: '2026 年处置计划', risks: [rises.id] })
  await manager.call(treatmentPlan.submit, { id: plan.id, version: plan.version })
  await approve(owner, 'treatmentPlan', plan.id)
  await manager.call(riskAcceptance.request, { risks: [falls.id] })
  const { items } = await owner.call(riskAcceptance.list, {})
  if (items[0] !== undefined) await owner.call(riskAcceptance.decide, { id: items[0].id, version: items[0].version, decision: 'accept', reason: '残余风险较低，可以接受。', validUntil: inDays(60) })

  const control = (name: string, state: string) => manager.call(controlContract.control.create, { name, state, owner: owner.personId, unit: org.rootUnit } as never) as Promise<{ id: string }>
  const tested = await control('账号权限季度复核', 'implemented')
  await control('日志集中留存', 'implemented')
  await control('机房门禁', 'planned')
  const tester = await org.actor(['internalAuditor'], '孙测')
  const test = await manager.call(controlContract.controlTest.create, {
    name: '季度权限抽查', control: tested.id, kind: 'operating', state: 'active', tester: tester.personId, schedule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: inDays(-30), graceDays: 10, confidence: 90, tolerableRate: 10,
  })
  const result = await tester.call(controlContract.testResult.create, { test: test.id, periodFrom: inDays(-90), periodTo: inDays(-2), performedOn: inDays(-1), examined: 25, deviations: 0 })
  await tester.call(controlContract.testResult.conclude, { id: result.id, version: 1, conclusion: 'effective', rationale: '25 个账号均已复核。' })

  const soa = await manager.call(soaContract.soa.newVersion, {})
  const { lines } = await manager.call(soaContract.soa.lines, { id: soa.id })
  await manager.call(soaContract.soaLine.bulk, { ids: lines.map((l) => l.id), values: { applicable: 'yes', reasons: ['law'] } })
  const { version } = await manager.call(soaContract.soa.get, { id: soa.id })
  await manager.call(soaContract.soa.submit, { id: soa.id, version })
  await approve(board, 'soa', soa.id)
  await org.settle()
  return { ...c, between }
}

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
export const thisYear = { from: `${new Date().getFullYear()}-01-01`, to: `${new Date().getFullYear()}-12-31` }

/** Waits for the job and answers with the record that it made. */
export const generated = async (who: Actor, kind: 'board' | 'audit', language: Locale, more: object = {}): Promise<{ id: string; reference: string }> => {
  const { jobId } = await who.call(reporting.report.generate, { kind, language, ...thisYear, ...more })
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const job = await who.call(operations.job.get, { id: jobId })
    if (job.state === 'done') return { id: (job.result as { report: string }).report, reference: (job.result as { reference: string }).reference }
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`the job ${job.state}: ${JSON.stringify(job.error)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the job did not end')
}

export const fileOf = async (world: TestWorld, org: TestOrganisation, who: Pick<Actor, 'cookie'>, id: string, format: string) =>
  world.composition.app.inject({ method: 'GET', url: `/api/v1/orgs/${org.slug}/reports/${id}/file?format=${format}`, headers: { cookie: who.cookie } })
