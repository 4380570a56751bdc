import { assets } from '@heng/assets/contract'
import type { Locale } from '@heng/contract'
import { records } from '@heng/records/contract'
import { messages as recordWords } from '@heng/records/locales'
import { risks } from '@heng/risks/contract'
import { messages as riskWords } from '@heng/risks/locales'
import { messages as kitWords } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { putInForce } from '../support/inForce.ts'
import { longAgo } from '../support/longAgo.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 13: what did we know then? The heat map, a register, a record and the statement as of a past day; two days beside each other; back to today.
describe.each<Locale>(walkedIn(18))('any past date in %s', (locale) => {
  let company: Treated
  const [t, r, m] = [kitWords[locale].past, riskWords[locale].pages, recordWords[locale].pages.past]
  const path = (to: string) => `/o/${company.org}/${to}`
  const twentyDaysAgo = () => new Date(Date.now() - 20 * 86_400_000).toISOString()
  const then = locale === 'en' ? 'Theft of hardware tokens' : '硬件令牌失窃'

  beforeAll(async () => {
    company = await begin('treated', locale)
    await putInForce(company)
    await longAgo(company.stage.server, 25)
    const { call } = company.manager
    await call(risks.risk.create, { title: then })
    await longAgo(company.stage.server, 15)
    // Today the worst risk is rated again, another is closed, and a new one is found.
    const { items } = await call(risks.risk.list, { sort: '-currentLevel', limit: 3 })
    for (const [i, { id, version }] of items.entries()) {
      if (i === 1) await call(risks.risk.close, { id, version, reason: 'x' })
      else await call(risks.risk.rateMany, { ids: [id], basis: 'current', factors: { impact: 1 }, suggested: ['threat', 'exploitability'], onlyUnrated: false, rationale: 'x' })
    }
    const { items: [asset] } = await call(assets.asset.list, { q: 'erp-db01' })
    await call(assets.asset.update, { id: asset!.id, version: asset!.version, values: { name: 'erp-db01 (new)' } })
  })
  afterAll(() => company.stage.close())

  it('opens the timeline, and shows the heat map of a day by its slider, by its marks and by its date', async () => {
    const { visit, call } = company.manager
    const { page } = visit
    await visit.go(path('risk-map'))
    await page.getByRole('button', { name: t.open }).click()
    await page.getByRole('slider', { name: t.slider }).waitFor()
    await visit.settle()
    await visit.picture('18-today')
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('button', { name: t.previous }).click()
    await page.getByRole('button', { name: t.back }).waitFor()
    await visit.settle()
    const at = new URL(page.url()).searchParams.get('asOf')!
    expect(Date.parse(at)).toBeLessThan(Date.now() - 14 * 86_400_000)
    const before = await call(risks.risk.heatmap, { asOf: at })
    expect(before.total).not.toBe((await call(risks.risk.heatmap, {})).total)
    await page.getByText(String(before.total), { exact: false }).first().waitFor()
    await visit.picture('18-map')
    expect(await axeFindings(page)).toEqual([])

    // The keyboard walks from day to day and stays on the slider.
    const slider = page.getByRole('slider', { name: t.slider })
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction((old) => new URL(location.href).searchParams.get('asOf') !== old, at)
    await visit.settle()
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true)
    const dark = await visit.beside({ narrow: true, dark: true })
    await dark.go(`${path('risk-map')}?asOf=${encodeURIComponent(at)}`)
    await dark.picture('18-map')
    expect(await axeFindings(dark.page)).toEqual([])
    await dark.page.close()
  })

  it('goes on looking at that day from page to page, offers nothing to change, and takes it out as a file', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`${path('risks')}?asOf=${encodeURIComponent(twentyDaysAgo())}`)
    await page.getByText(company.risk.title).first().waitFor()
    expect(await page.getByText(then).count()).toBe(0)
    expect(await page.getByRole('button', { name: kitWords[locale].actions.new }).count()).toBe(0)
    await visit.picture('18-register')
    expect(await axeFindings(page)).toEqual([])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: locale === 'en' ? 'Export' : '导出' }).click()
    await page.getByRole('menuitem').first().click()
    expect((await download).url()).toContain('asOf=')
    await visit.go(`${path(`risks/${company.risk.id}`)}?asOf=${encodeURIComponent(twentyDaysAgo())}`)
    await page.getByRole('heading', { name: company.risk.title }).waitFor()
    await page.locator('.hg-bone').first().waitFor({ state: 'detached' })
    await visit.picture('18-record')
    expect(await axeFindings(page)).toEqual([])
    await visit.go(`${path('soa')}?asOf=${encodeURIComponent(twentyDaysAgo())}`)
    await visit.picture('18-soa')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: t.back }).click()
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('asOf'))
  })

  it('holds two days against each other: the map with its movement, and each risk that changed', async () => {
    const { visit, call } = company.manager
    const { page } = visit
    const from = twentyDaysAgo()
    await visit.go(`${path('risk-map-compare')}?from=${encodeURIComponent(from)}`)
    await page.getByRole('heading', { name: r.movement.title }).waitFor()
    await page.getByRole('heading', { name: r.movement.table }).waitFor()
    await visit.picture('18-movement')
    expect(await axeFindings(page)).toEqual([])
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(`${path('risk-map-compare')}?from=${encodeURIComponent(from)}`)
    await narrow.picture('18-movement')
    await narrow.page.close()

    await page.getByRole('link', { name: r.movement.details }).click()
    await page.getByText(new RegExp(`^${m.kinds.changed} \\d`)).waitFor()
    await visit.settle()
    const { counts } = await call(records.past.changes, { noun: 'risk', from })
    expect(counts.changed).toBeGreaterThan(1)
    await visit.picture('18-changes')
    expect(await axeFindings(page)).toEqual([])
    expect(company.manager.visit.complaints).toEqual([])
  })
})
