import { messages as assets } from '@heng/assets/locales'
import { messages as home } from '@heng/home/locales'
import type { Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { setStage, setUp, type Stage } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 2: load the sample → home → click every number → switch language.
describe.each<Locale>(walkedIn(2))('the sample company in %s', (locale) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage.close())

  it('loads, and every number leads to its rows', async () => {
    const visit = await stage.open(locale)
    const { page } = visit
    const slug = await setUp(visit, stage.server.setupUrl!, '恒岳精密制造 Hengyue')
    const t = home[locale]
    await page.getByRole('button', { name: t.sample.load }).click()
    await page.locator('.home-tile', { hasText: t.tiles.assets }).getByText('403').waitFor({ timeout: 30_000 })
    // What follows from the sample's tests arrives a moment after it: the test that is overdue is somebody's work.
    await expect.poll(async () => {
      await page.reload()
      await visit.settle()
      return page.locator('.home-tile', { hasText: t.tiles.tasksOverdue }).locator('.home-tile-number').textContent()
    }, { timeout: 30_000 }).toBe('1')
    await visit.picture('02-home')
    expect(await axeFindings(page)).toEqual([])

    const start = new URL(page.url()).pathname
    expect(await page.locator('.home-tile', { hasText: t.notBegun }).getByRole('link').getAttribute('href')).toMatch(/\/soa$/)
    // Every number, of the tiles and of what is still to be done, leads to exactly so many rows.
    const numbers = page.locator('.home-tile a, .home-coverage a')
    const all = await numbers.evaluateAll((links) => links.map((a) => (a.querySelector('.home-tile-number') ?? a).textContent))
    expect(all.length).toBeGreaterThan(12)
    for (const [i, number] of all.entries()) {
      await numbers.nth(i).click()
      await page.waitForURL((url) => url.pathname !== start)
      await visit.settle()
      const wanted = Number(number.replaceAll(/\D/g, ''))
      if (new URL(page.url()).pathname.endsWith('/work')) {
        expect(await page.locator('.wk-group[data-group="overdue"] .wk-line').count()).toBe(wanted)
        await page.goBack()
        await visit.settle()
        continue
      }
      const foot = page.locator('.hg-register-foot [role="status"]')
      if (wanted === 0) expect(await foot.count(), page.url()).toBe(0)
      else expect(Number((await foot.textContent())?.replaceAll(/\D/g, '')), page.url()).toBe(wanted)
      await page.goBack()
      await visit.settle()
    }
    const steps = page.locator('.home-steps a')
    for (let i = 0; i < await steps.count(); i += 1) {
      await steps.nth(i).click()
      await page.waitForURL((url) => url.pathname !== start)
      await visit.settle()
      expect(await page.locator('.hg-status-text').count(), page.url()).toBe(0)
      expect(await page.getByRole('heading', { level: 1 }).count(), page.url()).toBe(1)
      await page.goBack()
      await visit.settle()
    }
    await visit.go(`/o/${slug}/assets`)
    await visit.picture('02-assets')
    expect(await axeFindings(page)).toEqual([])

    // The network scan: what was recognised, what is new, what a person has to look at.
    await visit.go(`/o/${slug}/asset-scans`)
    await page.getByRole('gridcell', { name: 'scan.xml' }).or(page.getByText('scan.xml')).first().click()
    await page.getByRole('link', { name: assets[locale].pages.scan.toHosts }).click()
    await page.waitForURL('**/asset-scans/*')
    await visit.settle()
    const verdict = (kind: 'new' | 'match' | 'possible') => page.getByRole('tab', { name: assets[locale].pages.scan.verdicts[kind] })
    expect(await Promise.all((['new', 'match', 'possible'] as const).map((kind) => verdict(kind).locator('b').textContent()))).toEqual(['3', '36', '1'])
    await visit.picture('02-scan')
    expect(await axeFindings(page)).toEqual([])
    await verdict('match').click()
    await page.getByRole('link', { name: /erp-db01/ }).click()
    await page.getByRole('tab', { name: assets[locale].pages.identity.tab }).click()
    await page.getByText('52:54:00:aa:00:00').waitFor()
    await visit.picture('02-identity')
    expect(await axeFindings(page)).toEqual([])

    const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
    await visit.go(`/o/${slug}/`)
    await page.getByRole('button', { name: other === 'en' ? 'EN' : '中' }).or(page.getByText(other === 'en' ? 'EN' : '中', { exact: true })).first().click()
    await page.getByRole('heading', { name: home[other].guide.heading }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(other)
    expect(visit.complaints).toEqual([])
  })
})
