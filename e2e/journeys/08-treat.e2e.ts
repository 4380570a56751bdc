import { createHash } from 'node:crypto'
import { messages as approvalWords } from '@heng/approvals/locales'
import { assets } from '@heng/assets/contract'
import { fill, locales, type Locale } from '@heng/contract'
import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import { messages } from '@heng/risks/locales'
import { messages as workWords } from '@heng/work/locales'
import { canonicalJson } from '@heng/server-kit'
import { messages as kit } from '@heng/web-kit/locales'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agree } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished, type Colleague, type Company } from '../support/company.ts'

const said = {
  en: { why: 'Workshop of 12 March.', control: 'Two-factor sign-in for administrators', measure: 'Restrict who reaches the database', agreed: 'Affordable and in time.', accept: 'What remains is within our appetite.' },
  'zh-CN': { why: '3 月 12 日评估会议结论。', control: '管理员双因素登录', measure: '限制数据库的访问来源', agreed: '费用和期限可行，同意。', accept: '残余风险在风险偏好之内。' },
} as const

interface Found {
  readonly id: string
  readonly reference: string
  readonly title: string
}

/** Two risks of one server: one that nobody may accept as it is, one that is low already. */
const twoRisks = async ({ call }: Colleague, owner: string, why: string): Promise<[Found, Found]> => {
  const { items: [server] } = await call(assets.asset.list, { q: 'erp-db01' })
  await finished(call, (await call(risks.riskScenario.generate, { assets: [server!.id], depth: 'all' })).jobId)
  const { items } = await call(risks.riskScenario.list, { filter: { status: 'proposed' }, limit: 2 })
  const { risks: ids } = await call(risks.riskScenario.confirm, { select: { ids: items.map((s) => s.id) }, owner })
  const rate = async (id: string, value: number) => {
    const { version } = await call(risks.risk.get, { id })
    return call(risks.risk.rate, { id, version, basis: 'current', factors: { threat: value, exploitability: value, impact: value }, rationale: why })
  }
  return [await rate(ids[0]!, 4), await rate(ids[1]!, 1)]
}

const pick = async (page: Page, box: Locator, option: string): Promise<void> => {
  await box.click()
  await page.locator('.ant-select-item-option').filter({ visible: true }).filter({ hasText: option }).first().click()
  await expect.poll(() => page.locator('.ant-select-dropdown').filter({ visible: true }).count()).toBe(0)
}

// Journey 8: option → control, owner, cost, date → expected residual → the risk owner approves the plan and accepts each residual risk → frozen.
describe.each<Locale>(locales)('treating risks in %s', (locale) => {
  let company: Company
  let owner: Colleague
  let high: Found
  let low: Found
  const { nouns, pages } = messages[locale]
  const t = pages.treatment
  const words = said[locale]
  const option = nouns.risk.values.option
  beforeAll(async () => {
    company = await agree(await begin('sample', locale))
    owner = await company.colleague('han.lei@hengyue.example', [{ role: 'riskOwner' }])
    await company.manager.call(controls.control.create, { name: words.control, type: 'technical', state: 'implemented', owner: owner.personId });
    [high, low] = await twoRisks(company.manager, owner.personId, words.why)
  })
  afterAll(() => company.stage.close())

  it('plans measures, and shows what they are expected to leave', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    await visit.go(`/o/${org}/risks/${high.id}?tab=risk-treatment`)
    await page.getByText(t.ruleUnknown).waitFor()
    await page.getByRole('radio', { name: new RegExp(`^${option.reduce}`) }).check()
    await page.getByText(fill(t.chosen, { option: option.reduce })).waitFor()

    await page.getByRole('button', { name: t.add }).click()
    const form = page.getByRole('dialog')
    const fields = nouns.treatmentMeasure.fields
    await form.getByRole('textbox', { name: new RegExp(`^${fields.title}`) }).fill(words.measure)
    for (const n of [0, 1]) await pick(page, form.locator('.rk-targets .ant-select').nth(n), fill(t.steps, { count: 3 }))
    await form.getByRole('combobox', { name: fields.control }).fill(words.control.slice(0, 4))
    await page.locator('.ant-select-item-option', { hasText: words.control }).first().click()
    await form.getByLabel(fields.due).fill('2099-06-30')
    await page.keyboard.press('Enter')
    await form.getByLabel(kit[locale].form.amount).fill('500000')
    await visit.picture('08-measure')
    expect(await axeFindings(page)).toEqual([])
    await form.getByRole('button', { name: t.addButton, exact: true }).click()
    await page.getByText(t.added).waitFor()
    await page.getByRole('link', { name: words.measure }).waitFor()
    const { items: [measure] } = await call(risks.treatmentMeasure.list, {})
    expect(measure).toMatchObject({ owner: owner.personId, due: '2099-06-30', cost: { minor: 50_000_000, currency: 'CNY' }, risks: [high.id] })

    // From a level that nobody may accept to the lowest.
    const row = await call(risks.risk.get, { id: high.id })
    expect([row.currentLevel, row.residualLevel, row.acceptance]).toEqual([5, 1, 'none'])
    await page.locator('.rk-three [data-basis="residual"]').getByText('1', { exact: true }).waitFor()
    await visit.picture('08-treatment')
    expect(await axeFindings(page)).toEqual([])

    // Into a plan, and a second risk that is kept knowingly.
    await page.getByRole('button', { name: t.addToPlan }).click()
    await page.getByRole('menuitem', { name: t.newPlan }).click()
    await page.getByRole('link', { name: fill(t.planName, { year: new Date().getFullYear() }) }).click()
    await page.getByText(pages.plan.complete).waitFor()
    await page.getByRole('button', { name: pages.plan.addRisks }).click()
    await page.getByRole('dialog').getByRole('combobox').fill(low.reference)
    await page.locator('.ant-select-item-option', { hasText: low.title }).first().click()
    await page.getByRole('dialog').getByText(pages.plan.choose).click()
    await page.getByRole('dialog').getByRole('button', { name: pages.plan.addRisks }).click()
    // What the owner could not judge without is named, with the way to it.
    const gap = page.getByRole('listitem').filter({ hasText: pages.plan.gap.riskWithoutOption })
    await gap.waitFor()
    await visit.picture('08-gaps')
    await gap.getByRole('link', { name: low.reference }).click()
    await page.getByRole('tab', { name: t.tab }).click()
    await page.getByRole('radio', { name: new RegExp(`^${option.retain}`) }).check()
    await page.getByText(fill(t.chosen, { option: option.retain })).waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('is approved as a whole by the risk owner, from another account, and frozen', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const t2 = pages.plan
    const { items: [plan] } = await call(risks.treatmentPlan.list, {})
    await visit.go(`/o/${org}/treatment-plans/${plan!.id}`)
    await page.getByText(t2.complete).waitFor()
    await page.getByRole('button', { name: new RegExp(`${t2.submit}$`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: t2.submit }).click()
    await page.getByText(t2.inReview).waitFor()
    await visit.picture('08-plan')
    expect(await axeFindings(page)).toEqual([])

    // The owner reads risks, measures, who, when and how much, and approves by keyboard.
    const w = approvalWords[locale].pages
    const his = owner.visit
    await his.go(`/o/${org}/approvals`)
    await his.page.getByRole('button', { name: new RegExp(`^${w.review}`) }).first().focus()
    await his.page.keyboard.press('Enter')
    for (const text of [words.measure, high.reference, low.reference]) await his.page.getByRole('dialog').getByText(text).first().waitFor()
    await his.settle()
    // Levels in words first, hashes and the id of the method folded below.
    const asked = his.page.getByRole('dialog')
    await asked.getByText(t2.approval.then).waitFor()
    await asked.locator('.hg-level-words').first().waitFor()
    await asked.getByRole('link', { name: words.control }).waitFor()
    expect(await asked.locator('.apr-hash').isVisible()).toBe(false)
    await asked.getByText(t2.approval.computed).click()
    await asked.getByText(t2.approval.methodHash).waitFor()
    await asked.getByText(t2.approval.computed).click()
    await his.picture('08-approval')
    expect(await axeFindings(his.page)).toEqual([])
    await his.page.getByLabel(w.decide.comment, { exact: true }).focus()
    await his.page.keyboard.type(words.agreed)
    await his.page.keyboard.press('Control+Enter')
    await his.page.getByText(w.empty.toDecide).waitFor()

    const { state, version } = await call(risks.treatmentPlan.get, { id: plan!.id })
    expect(state).toBe('approved')
    await expect(call(risks.treatmentPlan.update, { id: plan!.id, version, values: { risks: [] } })).rejects.toThrow('409')
    // A measure that moves afterwards is told; what was approved stays word for word.
    const before = await call(risks.treatmentPlan.content, { id: plan!.id })
    expect(createHash('sha256').update(canonicalJson(before.frozen)).digest('hex')).toBe(before.hash)
    const { items: [measure] } = await call(risks.treatmentMeasure.list, {})
    await call(risks.treatmentMeasure.update, { id: measure!.id, version: measure!.version, values: { due: '2099-12-31' } })
    const after = await call(risks.treatmentPlan.content, { id: plan!.id })
    expect([before.drifted, after.drifted, after.frozen, after.hash]).toEqual([false, true, before.frozen, before.hash])
    await visit.go(`/o/${org}/treatment-plans/${plan!.id}`)
    await page.getByText(t2.drifted).waitFor()
    await page.getByText(t2.frozen, { exact: true }).click()
    await page.getByTitle(String(before.hash)).waitFor()
    await visit.picture('08-frozen')
    expect(await axeFindings(page)).toEqual([])
  })

  it('leaves each residual risk to its owner, who accepts it until a day', async () => {
    const { org } = company
    const { visit, call } = owner
    const { page } = visit
    const acceptance = nouns.riskAcceptance
    const asked = await call(risks.riskAcceptance.list, { filter: { state: 'requested' } })
    expect(asked.items.map((a) => a.risk).toSorted()).toEqual([high.id, low.id].toSorted())
    // From "My work" straight to the treatment of the risk.
    await visit.go(`/o/${org}/work`)
    await visit.picture('08-work')
    for (const { id, title } of [high, low]) {
      await visit.go(`/o/${org}/work`)
      await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: workWords[locale].actions.open }).click()
      await page.getByRole('button', { name: t.decide, exact: true }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.getByRole('button', { name: t.accept, exact: true }).isDisabled()).toBe(true)
      await dialog.getByLabel(t.reason).fill(words.accept)
      if (id === high.id) {
        await visit.picture('08-decide')
        expect(await axeFindings(page)).toEqual([])
      }
      await dialog.getByRole('button', { name: t.accept, exact: true }).click()
      await page.locator('.rk-decision').getByText(acceptance.values.state.accepted, { exact: true }).waitFor()
      expect(await call(risks.risk.get, { id })).toMatchObject({ acceptance: 'accepted', acceptedLevel: 1 })
    }
    await visit.picture('08-accepted')
    expect(await axeFindings(page)).toEqual([])
    const { items } = await call(risks.riskAcceptance.list, { filter: { state: 'accepted' } })
    for (const a of items) {
      const row = await call(risks.riskAcceptance.get, { id: a.id })
      expect(createHash('sha256').update(canonicalJson(row.frozen)).digest('hex')).toBe(row.frozenHash)
      expect(row).toMatchObject({ decidedBy: owner.personId, reason: words.accept })
    }

    const phone = await visit.beside({ narrow: true, dark: true })
    for (const [name, place] of [['acceptance', `risk-acceptances/${items[0]!.id}`], ['treatment', `risks/${high.id}?tab=risk-treatment`], ['plans', 'treatment-plans'], ['measures', 'treatment-measures']] as const) {
      await phone.go(`/o/${org}/${place}`)
      await phone.picture(`08-${name}`)
      expect(await axeFindings(phone.page), place).toEqual([])
    }
    expect(visit.complaints).toEqual([])
    expect(phone.complaints).toEqual([])
  })
})
