import { fill, type Locale } from '@heng/contract'
import { risks } from '@heng/risks/contract'
import { messages } from '@heng/risks/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 13: what a control would take off a risk → not assessed before a test, within bounds.
describe.each<Locale>(walkedIn(20))('evidence behind a risk in %s', (locale) => {
  let company: Treated
  beforeAll(async () => {
    company = await begin('treated', locale)
  })
  afterAll(() => company.stage.close())

  const { pages, nouns } = messages[locale]
  const t = pages.evidence

  it('stays open until the control is tested', async () => {
    const { org, risk, control, manager: { visit, call } } = company
    const { page } = visit
    await visit.go(`/o/${org}/risks/${risk.id}?tab=risk-evidence`)
    await page.getByText(t.noInherent).waitFor()
    await visit.picture('20-no-inherent')

    const { version } = await call(risks.risk.get, { id: risk.id })
    const inherent = await call(risks.risk.rate, { id: risk.id, version, basis: 'inherent', factors: { threat: 5, exploitability: 5, impact: 5 }, rationale: nouns.risk.fields.inherent })
    await call(risks.risk.rate, { id: risk.id, version: inherent.version, basis: 'current', factors: { threat: 4, exploitability: 3, impact: 5 }, rationale: nouns.risk.fields.current })
    await visit.go(`/o/${org}/risks/${risk.id}?tab=risk-evidence`)
    await page.getByRole('button', { name: t.edit }).click()
    await page.getByLabel(new RegExp(`^${control.reference} ${pages.treatment.likelihood}`)).first().click()
    await page.locator('.ant-select-item-option').filter({ visible: true, hasText: fill(pages.treatment.steps, { count: 2 }) }).click()
    await page.getByLabel(new RegExp(`^${control.reference} ${t.frequency}`)).fill('60')
    await visit.picture('20-effects')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: t.save }).click()
    await page.getByText(t.saved).waitFor()
    expect(await call(risks.risk.get, { id: risk.id })).toMatchObject({
      evidencedLevel: null,
      controlEffects: [{ control: control.id, reductions: expect.arrayContaining([{ target: 'likelihood', steps: 2 }]), frequency: 60, magnitude: null }],
    })
    await visit.settle()
    await visit.picture('20-open')
    expect(await axeFindings(page)).toEqual([])
    // The map on this basis: the control is not tested, so its risk is not assessed there, and says so.
    await visit.go(`/o/${org}/risk-map`)
    await page.getByText(pages.rating.evidenced, { exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('basis') === 'evidenced')
    await visit.settle()
    expect((await call(risks.risk.heatmap, { basis: 'evidenced' })).notAssessed).toBeGreaterThan(0)
    await visit.picture('20-map')
    expect(await axeFindings(page)).toEqual([])
    const small = await visit.beside({ narrow: true, dark: true })
    await small.go(`/o/${org}/risk-map?basis=evidenced`)
    await small.settle()
    // The choice of four bases scrolls in itself; the page is no wider than the window.
    expect(await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await small.picture('20-map')
    expect(await axeFindings(small.page)).toEqual([])
    for (const look of [{ narrow: true }, { dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${org}/risks/${risk.id}?tab=risk-evidence`)
      await beside.page.getByText(t.untested).first().waitFor()
      await beside.picture('20-open')
    }
  })
})
