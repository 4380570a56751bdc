import { assets } from '@heng/assets/contract'
import { controls } from '@heng/controls/contract'
import { frameworks } from '@heng/frameworks/contract'
import { risks } from '@heng/risks/contract'
import type { Locale } from '@heng/contract'
import { approve, type Agreed } from './agreed.ts'
import { finished, type Colleague } from './company.ts'

export interface Treated extends Agreed {
  readonly riskOwner: Colleague
  /** The organisation's own control that the treated risk rests on. */
  readonly control: { readonly id: string; readonly reference: string; readonly name: string }
  readonly risk: { readonly id: string; readonly reference: string; readonly title: string }
}

/** Confirms what the knowledge base proposes for one server, and rates it. */
const assess = async ({ call }: Colleague, words: Words) => {
  const { items } = await call(assets.asset.list, { q: 'erp-db01' })
  await finished(call, (await call(risks.riskScenario.generate, { assets: [items[0]!.id], depth: 'all' })).jobId)
  const proposed = await call(risks.riskScenario.list, { filter: { status: 'proposed' } })
  await call(risks.riskScenario.confirm, { select: { ids: proposed.items.map((s) => s.id) } })
  const { items: found } = await call(risks.risk.list, { limit: 200 })
  await call(risks.risk.rateMany, { ids: found.map((r) => r.id), basis: 'current', factors: { impact: 4 }, suggested: ['threat', 'exploitability'], rationale: words.rationale })
  return (await call(risks.risk.list, { sort: '-currentLevel', limit: 1 })).items[0]!
}

/** The worst risk of a server treated: a control, a measure, a plan that the risk's owner approved. */
export const treat = async (company: Agreed, locale: Locale): Promise<Treated> => {
  const { manager } = company
  const { call } = manager
  const words = locale === 'en' ? english : chinese
  const riskOwner = await company.colleague('han.lei@hengyue.example', [{ role: 'riskOwner' }, { role: 'controlOwner' }])
  const worst = await assess(manager, words)
  const { items } = await call(frameworks.requirement.list, { filter: { ref: 'A.8.5' } })
  const control = await call(controls.control.create, {
    ...words.control, type: 'technical', state: 'implemented', owner: riskOwner.personId, requirements: [items[0]!.id],
  })
  await call(risks.risk.update, { id: worst.id, version: worst.version, values: { owner: riskOwner.personId, option: 'reduce', existingControls: [control.id] } })
  await call(risks.treatmentMeasure.create, {
    title: words.measure, owner: riskOwner.personId, control: control.id, due: '2099-06-30', cost: { minor: 500_000_00, currency: 'CNY' },
    effects: [{ risk: worst.id, reductions: [{ target: 'likelihood', steps: 1 }] }],
  })
  const plan = await call(risks.treatmentPlan.create, { name: words.plan, owner: riskOwner.personId, risks: [worst.id] })
  await call(risks.treatmentPlan.submit, { id: plan.id, version: plan.version })
  await approve(riskOwner.call, 'treatmentPlan', plan.id, words.agreed)
  return { ...company, riskOwner, control, risk: worst }
}

const english = {
  rationale: 'Workshop of 12 March with IT and finance.',
  control: { name: 'Two-factor sign-in for administrators', document: 'IT-07 Access control procedure', description: 'Administrators sign in to servers and databases with password and hardware token.' },
  measure: 'Restrict who reaches the database', plan: 'Risk treatment plan 2026', agreed: 'As discussed in the workshop.',
}
type Words = typeof english
const chinese: Words = {
  rationale: '3 月 12 日信息技术部、财务部风险评估会议结论。',
  control: { name: '管理员双因素登录', document: 'IT-07 访问控制管理规程', description: '管理员登录服务器和数据库时使用口令和硬件令牌双因素鉴别。' },
  measure: '限制数据库的访问来源', plan: '2026 年度风险处置计划', agreed: '与会议结论一致，同意。',
}
