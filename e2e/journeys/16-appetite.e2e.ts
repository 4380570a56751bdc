import { appetite } from '@heng/appetite/contract'
import { messages } from '@heng/appetite/locales'
import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { operations } from '@heng/operations/contract'
import { risks } from '@heng/risks/contract'
import { messages as kit } from '@heng/web-kit/locales'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agree, approve, type Agreed } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished, type Colleague } from '../support/company.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { words: 'We do not bear long outages of production.', why: 'Workshop of 12 March.', exception: 'The new system replaces this server in spring.', indicator: 'Days to close critical vulnerabilities', unit: 'days', report: 'A key supplier is being taken over', what: 'The press reports talks about a sale.', lost: 'An attack on a peer with the same software.' },
  'zh-CN': { words: '不容忍生产系统长时间中断。', why: '3 月 12 日评估会议结论。', exception: '新系统明年春季上线后该服务器停用。', indicator: '高危漏洞平均修复天数', unit: '天', report: '核心部件供应商可能被收购', what: '媒体报道该供应商正在商谈出售。', lost: '同行业使用相同软件的企业遭受攻击。' },
} as const

const pick = async (page: Page, box: Locator, option: string | RegExp): Promise<void> => {
  await box.click()
  // Long lists draw only what is in sight.
  if (typeof option === 'string') await box.fill(option)
  await page.locator('.ant-select-item-option').filter({ visible: true }).filter({ hasText: option }).first().click()
  await expect.poll(() => page.locator('.ant-select-dropdown').filter({ visible: true }).count()).toBe(0)
}

/** The checks that approvals start in the background. */
const checked = async ({ call }: Colleague): Promise<void> => {
  const { items } = await call(operations.job.list, {})
  for (const job of items.filter((j) => j.kind === 'appetite.check')) await finished(call, job.id)
}

// Journey 16: what the organisation wants and bears → approved → which risks are beyond → exception; figures and reports that warn early.
describe.each<Locale>(walkedIn(16))('risk appetite in %s', (locale) => {
  let company: Agreed
  let owner: Colleague
  let high: string
  const { nouns, pages } = messages[locale]
  const words = said[locale]
  const actions = kit[locale].actions
  beforeAll(async () => {
    company = await agree(await begin('sample', locale))
    owner = await company.colleague('han.lei@hengyue.example', [{ role: 'riskOwner' }])
    const { call } = company.manager
    const { items: [server] } = await call(assets.asset.list, { q: 'erp-db01' })
    await finished(call, (await call(risks.riskScenario.generate, { assets: [server!.id], depth: 'all' })).jobId)
    const { items } = await call(risks.riskScenario.list, { filter: { status: 'proposed' }, limit: 12 })
    const { risks: ids } = await call(risks.riskScenario.confirm, { select: { ids: items.map((s) => s.id) }, owner: owner.personId })
    for (const [i, value] of [5, 5, 4, 3, 3, 2, 2, 1, 1].entries()) {
      const { version } = await call(risks.risk.get, { id: ids[i]! })
      await call(risks.risk.rate, { id: ids[i]!, version, basis: 'current', factors: { threat: value, exploitability: value, impact: value }, rationale: words.why })
    }
    high = ids[0]!
  })
  afterAll(() => company.stage.close())

  it('drafts the statement, which begins with what the risk criteria say, and changes it cell by cell', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const t = pages.statement
    await visit.go(`/o/${org}/appetite`)
    await page.getByText(pages.standing.none).waitFor()
    await visit.picture('16-nothing-yet')
    await page.getByRole('button', { name: pages.standing.draft }).click()
    await page.getByRole('dialog').getByRole('button', { name: actions.create }).click()
    await expect.poll(async () => (await call(appetite.riskAppetite.inForce, {})).next?.state).toBe('draft')
    const { next } = await call(appetite.riskAppetite.inForce, {})
    await visit.go(`/o/${org}/risk-appetites/${next!.id}`)
    await page.getByText(t.draftText).waitFor()
    await page.getByRole('button', { name: t.addLine }).click()
    const form = page.getByRole('dialog')
    await pick(page, form.getByRole('combobox', { name: t.category }), pages.categories.property.availability)
    await pick(page, form.getByRole('combobox', { name: t.levelWanted }), /^2/)
    await pick(page, form.getByRole('combobox', { name: t.levelBorne }), /^3/)
    await form.getByRole('spinbutton', { name: `${t.expected} · ${t.wanted}` }).fill('200000')
    await form.getByRole('button', { name: actions.save }).click()
    await form.getByText(t.half).waitFor()
    await form.getByRole('spinbutton', { name: `${t.expected} · ${t.borne}` }).fill('500000')
    await form.getByRole('textbox', { name: t.inWords }).fill(words.words)
    await visit.picture('16-line')
    await form.getByRole('button', { name: actions.save }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(words.words).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await visit.picture('16-statement')
    await page.getByRole('button', { name: t.submit }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.submit }).click()
    await page.getByText(t.inReviewText).waitFor()
    const boss = company.board.visit
    await approve(company.board.call, 'riskAppetite', next!.id, 'OK')
    await checked(company.manager)
    await boss.go(`/o/${org}/risk-appetites/${next!.id}`)
    await boss.page.getByText('SHA-256').waitFor()
    await boss.picture('16-in-force')
  })

  it('tells where the risks stand and leads from each figure to them', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    await expect.poll(async () => (await call(appetite.riskAppetite.standing, {})).breaches.open, { timeout: 20_000 }).toBeGreaterThan(0)
    await visit.go(`/o/${org}/appetite`)
    const breaches = page.locator('.ap-counts').getByRole('link', { name: nouns.appetitePosition.values.standing.breach })
    await breaches.first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await visit.picture('16-standing')
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(`/o/${org}/appetite`)
    await narrow.picture('16-standing')
    const dark = await visit.beside({ dark: true })
    await dark.go(`/o/${org}/appetite`)
    await dark.picture('16-standing')
    await breaches.first().click()
    await page.getByRole('heading', { level: 1, name: nouns.appetitePosition.many }).waitFor()
    await visit.settle()
    await visit.picture('16-positions')
  })

  it('gives a breach to the risk owner, who asks for an exception', async () => {
    const { org } = company
    const { visit, call } = owner
    const { page } = visit
    const t = pages.breach
    const { items } = await call(appetite.toleranceBreach.list, { filter: { risk: high } })
    await visit.go(`/o/${org}/tolerance-breaches`)
    await page.getByText(items[0]!.reference).first().waitFor()
    await visit.picture('16-breaches')
    await visit.go(`/o/${org}/tolerance-breaches/${items[0]!.id}`)
    await page.getByText(t.byException).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await visit.picture('16-breach')
    await page.getByRole('button', { name: t.askException }).click()
    const form = page.getByRole('dialog')
    const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
    await form.getByRole('textbox', { name: t.until, exact: true }).fill(until)
    await form.getByRole('textbox', { name: t.until, exact: true }).press('Enter')
    await form.getByRole('textbox', { name: t.reason }).fill(words.exception)
    await form.getByRole('button', { name: t.askException }).click()
    await page.getByText(t.asked).waitFor()
    await approve(company.board.call, 'toleranceBreach', items[0]!.id, 'OK')
    expect(await call(appetite.toleranceBreach.get, { id: items[0]!.id })).toMatchObject({ state: 'answered', answer: 'exception', exceptionUntil: until })
  })

  it('shows on the risk what holds for it, and asks for a new assessment', async () => {
    const { org, manager: { visit } } = company
    const { page } = visit
    const t = pages.trigger
    await visit.go(`/o/${org}/risks/${high}?tab=appetite-risk`)
    await page.getByText(pages.risk.answered).waitFor()
    await page.getByRole('button', { name: t.raise }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: t.reason }).fill(words.lost)
    await form.getByRole('button', { name: t.raise }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: words.lost }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await visit.picture('16-risk')
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(`/o/${org}/risks/${high}?tab=appetite-risk`)
    await narrow.picture('16-risk')
  })

  it('takes the values of an indicator from a table and draws them against its bounds', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const t = pages.indicator
    const made = await call(appetite.riskIndicator.create, {
      name: words.indicator, measure: words.unit, direction: 'higherIsWorse', amberFrom: 15, redFrom: 30, frequency: 'monthly', reopensAt: 'red', active: true, owner: owner.personId, risks: [high],
    })
    await visit.go(`/o/${org}/risk-indicators`)
    await page.getByRole('button', { name: t.import }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: t.pasted }).fill('KRI,date,value\nKRI-77,2026-01-31,1')
    await form.getByRole('button', { name: t.import }).click()
    await form.getByText(t.nothingTaken).waitFor()
    await visit.picture('16-import')
    const month = (n: number) => new Date(Date.now() - n * 30 * 86_400_000).toISOString().slice(0, 10)
    await form.getByRole('textbox', { name: t.pasted }).fill(['KRI,date,value', ...[9, 11, 8, 14, 17, 13, 12, 22, 26, 34].map((value, i) => `${made.reference},${month(10 - i)},${value}`)].join('\n'))
    await form.getByRole('button', { name: t.import }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(nouns.riskIndicator.values.state.red).first().waitFor()
    await visit.picture('16-indicators')
    await visit.go(`/o/${org}/risk-indicators/${made.id}`)
    await page.locator('.hg-chart svg').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await visit.picture('16-indicator')
    const dark = await visit.beside({ dark: true })
    await dark.go(`/o/${org}/risk-indicators/${made.id}`)
    await dark.page.locator('.hg-chart svg').waitFor()
    await dark.picture('16-indicator')
  })

  it('lets anybody report what may become a risk, and sorts it by the keyboard', async () => {
    const { org, manager } = company
    const t = pages.emerging
    const employee = await company.colleague('luo.ting@hengyue.example', [{ role: 'employee' }])
    const { page } = employee.visit
    await employee.visit.go(`/o/${org}/emerging-risks`)
    await page.getByRole('button', { name: t.report }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: new RegExp(`^${nouns.emergingRisk.fields.title}`) }).fill(words.report)
    await form.getByRole('textbox', { name: new RegExp(`^${nouns.emergingRisk.fields.what}`) }).fill(words.what)
    await employee.visit.picture('16-report')
    await form.getByRole('button', { name: actions.create }).click()
    await page.getByText(words.report).first().waitFor()
    await manager.call(appetite.emergingRisk.create, { title: words.lost, source: 'peers', horizon: 'now', velocity: 'days', proximity: 'sector' })

    const { visit } = manager
    await visit.go(`/o/${org}/emerging-risks`)
    const list = visit.page.getByRole('listbox')
    await list.getByText(words.report).waitFor()
    expect(await axeFindings(visit.page)).toEqual([])
    await visit.picture('16-inbox')
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(`/o/${org}/emerging-risks`)
    await narrow.picture('16-inbox')
    await list.focus()
    await list.press('j')
    await list.press('r')
    const dialog = visit.page.getByRole('dialog')
    await visit.picture('16-decide')
    await dialog.getByRole('button', { name: t.decisions.toRisk }).click()
    await dialog.waitFor({ state: 'detached' })
    const { items } = await manager.call(appetite.emergingRisk.list, { filter: { state: 'becameRisk' } })
    expect(items).toHaveLength(1)
    await visit.page.getByText(fill(t.done.toRisk, { reference: items[0]!.reference })).waitFor()
  })
})
