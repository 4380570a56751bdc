import { fill, type Locale } from '@heng/contract'
import { quantifications } from '@heng/quantification/contract'
import { messages } from '@heng/quantification/locales'
import { risks } from '@heng/risks/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished, type Company } from '../support/company.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 15: examples → a risk quantified in sentences → simulated → what matters most → what if → an expert asked → all risks together → training.
describe.each<Locale>(walkedIn(15))('risk in money in %s', (locale) => {
  let company: Company
  const { nouns, pages: t } = messages[locale]
  beforeAll(async () => {
    company = await begin('sample', locale)
  })
  afterAll(() => company.stage.close())

  it('begins with examples, in a register sorted by money', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    await visit.go(`/o/${org}/quantifications`)
    await page.getByRole('button', { name: t.examples }).click()
    await page.getByText(fill(t.simulatedAll, { simulated: 3 })).waitFor({ timeout: 60_000 })
    await visit.settle()
    await visit.picture('15-register')
    expect(await axeFindings(page)).toEqual([])
    const { items } = await call(quantifications.quantification.list, {})
    expect(items.map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh'])
    expect(visit.complaints).toEqual([])
  })

  it('quantifies a risk in sentences, with what they come to beside them', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const risk = await call(risks.risk.create, { title: locale === 'en' ? 'Fire in the server room' : '机房火灾' })
    await visit.go(`/o/${org}/risks/${risk.id}?tab=risk-money`)
    await page.getByText(t.none).waitFor()
    await page.getByRole('button', { name: t.begin }).click()
    const form = page.getByRole('dialog')
    const fields = t.model
    await form.getByLabel(`${fields.frequency.label} 5%`).fill('0.01')
    await form.getByLabel(`${fields.frequency.label} 95%`).fill('0.1')
    await form.getByLabel(`${fields.magnitude.label}: 5%`).fill('200000')
    await form.getByLabel(`${fields.magnitude.label}: 95%`).fill('9000000')
    await form.getByText(t.figures.probabilityOfLoss).waitFor()
    await visit.settle()
    await form.getByText(fields.preview).scrollIntoViewIfNeeded()
    await visit.picture('15-model')
    expect(await axeFindings(page)).toEqual([])
    // Ends the wrong way round are refused at their place, in words.
    await form.getByLabel(`${fields.magnitude.label}: 95%`).fill('100')
    await form.getByText(fields.invalid).waitFor()
    await form.getByLabel(`${fields.magnitude.label}: 95%`).fill('9000000')
    await form.getByRole('textbox', { name: nouns.quantification.fields.rationale }).fill('Insurer’s statistics.')
    await form.getByRole('button', { name: t.begin }).click()
    await page.getByText(t.notSimulated).waitFor()
    await page.getByRole('button', { name: new RegExp(`${t.simulate}$`) }).click()
    await page.locator('.rq-three').waitFor({ timeout: 30_000 })
    await visit.settle()
    await visit.picture('15-figures')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })

  it('shows what matters most, what if, and how it came about', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const { items } = await call(quantifications.quantification.list, { sort: '-inherentLoss' })
    await visit.go(`/o/${org}/risks/${items[0]!.risk}?tab=risk-money`)
    await page.getByRole('tab', { name: t.sections.sensitivity }).click()
    await page.getByText(t.sensitivity.label).first().waitFor()
    await visit.settle()
    await visit.picture('15-tornado')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('tab', { name: t.sections.whatIf }).click()
    await page.locator('.rq-switches').getByText(t.whatIf.off).first().click()
    await page.getByRole('button', { name: t.whatIf.run }).click()
    await page.getByText(t.whatIf.difference).waitFor()
    await visit.settle()
    await visit.picture('15-what-if')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('tab', { name: t.sections.explain }).click()
    await page.getByText(t.explain.formula).waitFor()
    await visit.picture('15-explain')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })

  it('asks an expert, who answers without seeing others', async () => {
    const { org, manager: { visit, call } } = company
    const { items: [row] } = await call(quantifications.quantification.list, {})
    const expert = await company.colleague('han.lei@hengyue.example', [{ role: 'employee' }])
    await call(quantifications.quantification.update, { id: row!.id, version: row!.version, values: { experts: [expert.personId] } })
    const his = expert.visit
    await his.go(`/o/${org}/loss-estimate/${row!.id}`)
    const words = t.opinions
    await his.page.getByLabel(words.low).fill('0.1')
    await his.page.getByLabel(words.high).fill('0.8')
    await his.page.getByLabel(words.why).fill('…')
    await his.picture('15-estimate')
    expect(await axeFindings(his.page)).toEqual([])
    await his.page.getByRole('button', { name: words.save }).click()
    await his.page.getByText(words.given).waitFor()
    await visit.go(`/o/${org}/risks/${row!.risk}?tab=risk-money`)
    await visit.page.getByRole('tab', { name: t.sections.experts }).click()
    await visit.page.getByRole('button', { name: words.take }).waitFor()
    await visit.settle()
    await visit.picture('15-experts')
    expect(await axeFindings(visit.page)).toEqual([])
    await visit.page.getByRole('button', { name: words.take }).click()
    const asked = visit.page.getByRole('dialog')
    await asked.getByRole('textbox').fill('Workshop.')
    await asked.getByRole('button', { name: words.take }).click()
    await visit.page.getByText(words.taken).waitFor()
    expect((await call(quantifications.quantification.get, { id: row!.id })).state).toBe('outdated')
    expect([...visit.complaints, ...his.complaints]).toEqual([])
  })

  it('simulates all risks together, wide and narrow, light and dark', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    await visit.go(`/o/${org}/loss-portfolio`)
    await page.getByRole('button', { name: t.run.start }).click()
    const dialog = page.getByRole('dialog')
    await visit.picture('15-start')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.run.go }).click()
    await page.locator('.rq-three').waitFor({ timeout: 60_000 })
    await visit.settle()
    await visit.picture('15-portfolio')
    expect(await axeFindings(page)).toEqual([])
    const small = await visit.beside({ narrow: true, dark: true })
    await small.go(`/o/${org}/loss-portfolio`)
    await small.page.locator('.rq-three').waitFor()
    await small.settle()
    await small.picture('15-portfolio')
    expect(await axeFindings(small.page)).toEqual([])
    const { items } = await call(quantifications.quantification.list, { sort: '-inherentLoss' })
    await small.go(`/o/${org}/risks/${items[0]!.risk}?tab=risk-money`)
    await small.page.locator('.rq-three').first().waitFor()
    await small.settle()
    await small.picture('15-figures')
    expect(await axeFindings(small.page)).toEqual([])
    // Another run, and the two side by side.
    const { jobId } = await call(quantifications.lossRun.start, { name: 'again', seed: 2, years: 100_000 })
    await finished(call, jobId)
    await visit.go(`/o/${org}/loss-portfolio`)
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(2)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: t.run.compare, exact: true }).click()
    await page.getByText(t.run.compareTitle).first().waitFor()
    await visit.settle()
    await visit.picture('15-compare')
    expect(await axeFindings(page)).toEqual([])
    expect([...visit.complaints, ...small.complaints]).toEqual([])
  })

  it('chooses measures for a budget, and makes a plan of them', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const words = t.choice
    await visit.go(`/o/${org}/measure-choices`)
    await page.getByText(words.saves).waitFor()
    await page.getByRole('button', { name: words.more }).first().waitFor()
    await visit.picture('15-ask')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: words.start, exact: true }).click()
    await page.getByRole('link', { name: new RegExp(fill(words.done, { measures: '\\d+' })) }).click({ timeout: 90_000 })
    await page.getByText(words.sensitivity).waitFor()
    await visit.settle()
    await visit.picture('15-choice')
    await page.getByText(words.sensitivity).scrollIntoViewIfNeeded()
    await visit.picture('15-choice-below')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: new RegExp(`${words.adopt}$`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.adopt }).click()
    await page.waitForURL('**/treatment-plans/**', { timeout: 60_000 })
    expect((await call(risks.treatmentPlan.list, {})).items).toHaveLength(1)
    expect(visit.complaints).toEqual([])
  })

  it('trains 90 % intervals', async () => {
    const { org, manager: { visit } } = company
    const { page } = visit
    const words = t.calibration
    await visit.go(`/o/${org}/estimation-training`)
    const boxes = await page.locator('.rq-questions input').all()
    for (const [i, box] of boxes.entries()) await box.fill(i % 2 === 0 ? '100' : '3000')
    await visit.picture('15-training')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: words.submit }).click()
    await page.getByText(words.source).waitFor()
    await visit.settle()
    await visit.picture('15-trained')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})
