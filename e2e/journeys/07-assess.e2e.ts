import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { records } from '@heng/records/contract'
import { risks } from '@heng/risks/contract'
import { messages } from '@heng/risks/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agree } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { caller } from '../support/caller.ts'
import { focused } from '../support/form.ts'
import type { Company } from '../support/company.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { why: 'Two attempts seen last year; patches are three months behind.', same: 'The same weakness on the same server.' },
  'zh-CN': { why: '去年发生两次尝试；补丁滞后三个月。', same: '同一服务器的同一弱点。' },
} as const

// Journey 7: generate → confirm, merge, dismiss → rate → see the steps; "not assessed" stays visible.
describe.each<Locale>(walkedIn(7))('assessing risks in %s', (locale) => {
  let company: Company
  beforeAll(async () => {
    company = await agree(await begin('sample', locale))
  })
  afterAll(() => company.stage.close())

  const { nouns, pages } = messages[locale]
  const { inbox: t, rating, register } = pages
  const status = nouns.riskScenario.values.status
  const words = said[locale]

  it('proposes scenarios, and people decide on them by keyboard', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const { items: [server] } = await call(assets.asset.list, { q: 'erp-db01' })

    // Generated for one server, with progress on the page.
    await visit.go(`/o/${org}/risk-scenarios`)
    await page.getByRole('button', { name: t.generate }).first().click()
    const dialog = page.getByRole('dialog')
    // Beforehand the page says how many will come: with key assets and the likely pairs a number that people can look through.
    const proposed = await call(risks.riskScenario.preview, {})
    expect(proposed.scenarios).toBeGreaterThan(50)
    expect(proposed.scenarios).toBeLessThanOrEqual(300)
    await dialog.getByText(fill(t.preview.scenarios, { scenarios: proposed.scenarios })).waitFor()
    await visit.picture('07-generate')
    await dialog.getByText(t.narrow).click()
    await dialog.getByText(t.depthAll).click()
    await dialog.getByRole('combobox', { name: t.assets, exact: true }).fill('erp-db01')
    await page.locator('.ant-select-item-option', { hasText: 'erp-db01' }).first().click()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByText(t.generateText).click()
    await dialog.getByRole('button', { name: t.start, exact: true }).click()
    await page.locator('.rk-job').getByRole('button', { name: pages.job.close, exact: true }).click({ timeout: 60_000 })
    const { total } = await call(risks.riskScenario.groups, { by: 'asset' })
    expect(total).toBeGreaterThan(10)
    await page.getByText(fill(t.count, { count: total })).waitFor()

    // Group by asset; walk, choose and decide without the mouse.
    await page.getByRole('radiogroup', { name: t.by }).getByText(t.bys.asset, { exact: true }).click()
    const lines = page.getByRole('listbox')
    const lineOf = (n: number) => lines.getByRole('option').nth(n)
    await lineOf(3).waitFor()
    await lines.focus()
    for (const key of [' ', 'ArrowDown', ' ', 'ArrowDown', ' ', 'End']) await page.keyboard.press(key)
    expect(await lines.getByRole('option', { selected: true }).count()).toBe(3)
    await visit.picture('07-inbox')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('c')
    await page.getByText(fill(t.confirmTitle, { count: 3 })).waitFor()
    await focused(dialog.getByRole('button', { name: t.confirm, exact: true }))
    await page.keyboard.press('Enter')
    await page.getByText(fill(t.confirmed, { done: 3, risks: 3 })).waitFor()
    await page.getByText(fill(t.count, { count: total - 3 })).waitFor()

    // The keyboard is still in the list: dismiss one with a reason.
    await focused(lines)
    await page.keyboard.press('Home')
    await page.keyboard.press('d')
    await focused(dialog.getByRole('button', { name: t.reasons[0], exact: true }))
    await visit.picture('07-dismiss')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(fill(t.dismissed, { count: 1 })).waitFor()
    await page.getByText(fill(t.count, { count: total - 4 })).waitFor()

    // Merge the next into a risk that is there.
    const merged = await lineOf(0).textContent()
    await page.getByRole('status').getByText(t.noneSelected).waitFor()
    await page.keyboard.press('m')
    const into = dialog.getByRole('combobox', { name: t.into })
    await focused(into)
    await into.fill('R-0001')
    await page.locator('.ant-select-item-option').filter({ visible: true }).first().click()
    await dialog.getByLabel(t.mergeReason).fill(words.same)
    await dialog.getByRole('button', { name: t.merge, exact: true }).click()
    await page.getByText(fill(t.merged, { count: 1 })).waitFor()
    expect(merged).not.toBe('')

    // What was decided stays to be seen, with its reason, and is not proposed again.
    for (const [name, text] of [[status.dismissed, /./], [status.merged, words.same]] as const) {
      await page.getByRole('radiogroup', { name: t.status }).getByText(name, { exact: true }).click()
      await page.locator('.rk-line').first().getByText(text).first().waitFor()
    }
    const states = async (state: 'confirmed' | 'merged' | 'dismissed') => (await call(risks.riskScenario.groups, { by: 'asset', status: state })).total
    expect([await states('confirmed'), await states('merged'), await states('dismissed')]).toEqual([3, 1, 1])
    await visit.picture('07-decided')
    const { jobId } = await call(risks.riskScenario.generate, { assets: [server!.id], depth: 'all' })
    expect(jobId).not.toBe('')
    expect(visit.complaints).toEqual([])
  })

  it('rates with the result in view, explains every number, and keeps "not assessed" visible', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const band = page.getByRole('group', { name: register.band })
    await visit.go(`/o/${org}/risks`)
    await band.getByRole('button', { name: /3$/ }).waitFor()
    expect(await page.locator('.hg-grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth), 'all columns in sight').toBe(0)
    await visit.picture('07-register')
    expect(await axeFindings(page)).toEqual([])

    const { items } = await call(risks.risk.list, { sort: 'reference' })
    const one = items[0]!
    expect(one.currentLevel).toBeNull()
    await visit.go(`/o/${org}/risks/${one.id}`)
    const factors = page.locator('form fieldset')
    const save = page.getByRole('button', { name: rating.save })
    const result = page.locator('.rk-preview')
    expect(await save.isDisabled()).toBe(true)
    await factors.nth(0).getByRole('radio', { name: /^4/ }).check()
    await factors.nth(1).getByRole('radio', { name: /^4/ }).check()
    // Two factors of three: there is no level yet, and the page says what is missing.
    await result.getByText(rating.previewMissing.split('{')[0]!.trim()).waitFor()
    await factors.nth(2).getByRole('radio', { name: /^4/ }).check()
    await expect.poll(() => result.textContent()).toMatch(/[1-5]/)
    const preview = await result.locator('.hg-level').first().textContent()
    await page.getByLabel(rating.rationale).fill(words.why)
    await visit.picture('07-rate')
    expect(await axeFindings(page)).toEqual([])
    await save.click()

    // The level kept is the one shown while choosing; the steps tell how it came about.
    await page.getByText(rating.steps).waitFor()
    const saved = await call(risks.risk.get, { id: one.id })
    expect(preview).toContain(String(saved.currentLevel))
    const told = await call(risks.risk.explain, { id: one.id, basis: 'current' })
    expect(told.level).toBe(saved.currentLevel)
    const steps = page.locator('.rk-steps li')
    expect(await steps.count()).toBe(told.steps.length)
    for (const [n, step] of told.steps.entries()) expect(await steps.nth(n).textContent()).toContain(step.rule[locale])
    await page.getByText(fill(rating.method, { title: told.method!.title[locale], version: told.method!.version })).waitFor()
    await visit.picture('07-steps')
    expect(await axeFindings(page)).toEqual([])
    const { items: history } = await call(records.history.list, { noun: 'risk', recordId: one.id })
    expect(history[0]).toMatchObject({ reason: words.why })

    // The register, the map: two are not assessed and nowhere counted as low.
    const phone = await visit.beside({ narrow: true })
    for (const place of ['risks', 'risk-map', 'risk-scenarios', `risks/${one.id}`]) {
      await phone.go(`/o/${org}/${place}`)
      await phone.picture(`07-${place.split('/').length > 1 ? 'risk' : place}`)
      expect(await axeFindings(phone.page), place).toEqual([])
    }
    await visit.go(`/o/${org}/risk-map`)
    const wide = await page.locator('.hg-heat thead th:not(:first-child)').evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width))
    expect(Math.max(...wide) - Math.min(...wide), 'columns of one width').toBeLessThan(2)
    await visit.picture('07-map')
    expect(await axeFindings(page)).toEqual([])
    const map = await call(risks.risk.heatmap, {})
    expect([map.total, map.notAssessed, map.byLevel['1'] ?? 0]).toEqual([3, 2, 0])
    await page.getByText(fill(pages.map.notAssessed, { count: 2 })).waitFor()
    await page.locator('.hg-heat a').click()
    await page.getByText(one.title).first().waitFor()
    await visit.settle()
    expect(await page.getByRole('link', { name: one.title }).count()).toBe(1)

    // Another language is another title at once: what was loaded in the first is asked for again.
    const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
    const { title: translated } = await caller({ ...visit, locale: other }, org)(risks.risk.get, { id: one.id })
    expect(translated).not.toBe(one.title)
    await page.getByText(other === 'en' ? 'EN' : '中', { exact: true }).first().click()
    await page.getByText(translated).first().waitFor()
    expect(visit.complaints).toEqual([])
    expect(phone.complaints).toEqual([])
  })
})
