import { controls } from '@heng/controls/contract'
import { messages } from '@heng/controls/locales'
import type { Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { write } from '../support/form.ts'
import { begin } from '../support/begin.ts'
import type { Company } from '../support/company.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 13: a control → its effectiveness explained → a new procedure → the sample → the conclusion → the review.
describe.each<Locale>(walkedIn(14))('testing controls in %s', (locale) => {
  let company: Company
  beforeAll(async () => {
    company = await begin('sample', locale)
  })
  afterAll(() => company.stage.close())
  const t = messages[locale]

  it('leads from a control to what its effectiveness rests on', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/controls`)
    await visit.settle()
    await page.getByTitle(t.tests.effectiveness.stale).first().waitFor()
    await visit.picture('14-controls')
    expect(await axeFindings(page)).toEqual([])
    const { items } = await company.manager.call(controls.control.list, { filter: { state: 'implemented' }, sort: 'reference' })
    const late = items.find((c) => c.effectivenessStale === true)!
    await visit.go(`/o/${company.org}/controls/${late.id}`)
    await visit.settle()
    await page.getByRole('button', { name: t.tests.effectiveness.explain }).click()
    await page.getByText(t.tests.effectiveness.steps).waitFor()
    await visit.settle()
    await visit.picture('14-explain')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: t.tests.panel.tab, exact: true }).click()
    await visit.settle()
    await visit.picture('14-tests-panel')
    expect(await axeFindings(page)).toEqual([])
  })

  it('a procedure is written, carried out and concluded, and the control follows', async () => {
    const { visit, call } = company.manager
    const { page } = visit
    const { items } = await call(controls.control.list, { filter: { state: 'implemented' }, sort: 'reference' })
    const untested = items.find((c) => c.effectiveness === null)!
    await visit.go(`/o/${company.org}/controls/${untested.id}`)
    await visit.settle()
    await page.getByRole('tab', { name: t.tests.panel.tab, exact: true }).click()
    await page.getByRole('button', { name: t.tests.panel.add }).click()
    const form = page.getByRole('dialog', { name: t.tests.panel.addTitle })
    await write(form, t.nouns.controlTest.fields.name, locale === 'en' ? 'Half-yearly spot check' : '半年度抽查')
    await write(form, t.nouns.controlTest.fields.startsOn, '2030-01-15')
    await page.keyboard.press('Enter')
    await form.locator('.ct-days .hg-tag').nth(4).waitFor()
    await visit.settle()
    await page.mouse.move(4, 4)
    await visit.picture('14-schedule')
    expect(await axeFindings(page)).toEqual([])
    await form.locator('button[type="submit"]').click()
    await page.getByRole('link', { name: locale === 'en' ? /Half-yearly spot check/ : /半年度抽查/ }).waitFor()
    await page.locator('.ct-panel li', { hasText: locale === 'en' ? 'Half-yearly' : '半年度抽查' }).getByRole('button', { name: t.tests.panel.carryOut }).click()
    await page.waitForURL('**/test-results/*')
    await visit.settle()
    await page.getByRole('button', { name: t.tests.result.draw }).click()
    const dialog = page.getByRole('dialog', { name: t.tests.result.drawTitle })
    await dialog.getByLabel(t.tests.result.population).last().fill('40')
    await dialog.getByLabel(t.tests.result.size).fill('6')
    await dialog.getByLabel(t.tests.result.seed).fill('2026-H2')
    await visit.picture('14-draw')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.tests.result.draw }).click()
    await page.locator('.ct-items li').nth(5).waitFor()
    await page.locator('.ct-items li').first().getByText(t.tests.result.outcome.notApplicable).click()
    await page.getByRole('button', { name: t.tests.result.allPass }).click()
    await page.getByRole('button', { name: t.tests.result.save, exact: true }).click()
    await page.getByText(t.tests.result.saved).first().waitFor()
    for (const key of ['periodFrom', 'periodTo', 'performedOn'] as const) {
      await page.locator('.ct-conclude').getByLabel(t.nouns.testResult.fields[key]).fill(key === 'periodFrom' ? '2026-01-01' : '2026-06-30')
      await page.keyboard.press('Enter')
      await visit.settle()
    }
    await page.locator('.ct-conclude').getByText(t.nouns.testResult.values.conclusion.effective, { exact: true }).click()
    await page.locator('.ct-conclude').getByLabel(t.tests.result.rationale).fill(locale === 'en' ? 'Five of five people had taken and passed the training.' : '抽查的五人均已完成培训并通过考核。')
    await visit.settle()
    await page.mouse.move(4, 4)
    await visit.picture('14-carry-out')
    expect(await axeFindings(page)).toEqual([])
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(new URL(page.url()).pathname)
    await narrow.settle()
    await narrow.picture('14-carry-out-narrow')
    await page.locator('.ct-conclude').getByRole('button', { name: t.tests.result.conclude }).click()
    await page.getByText(t.tests.result.waitsReview).waitFor()
    await visit.settle()
    await visit.picture('14-concluded')
    expect(await axeFindings(page)).toEqual([])
    expect((await call(controls.control.get, { id: untested.id })).effectiveness).toBe(100)
    await visit.go(`/o/${company.org}/test-results`)
    await visit.settle()
    await visit.picture('14-results')
    await visit.go(`/o/${company.org}/control-tests`)
    await visit.settle()
    await visit.picture('14-procedures')
    expect(await axeFindings(page)).toEqual([])
    const dark = await visit.beside({ dark: true })
    await dark.go(`/o/${company.org}/controls/${untested.id}`)
    await dark.settle()
    await dark.picture('14-control-dark')
    expect(visit.complaints).toEqual([])
  })
})
