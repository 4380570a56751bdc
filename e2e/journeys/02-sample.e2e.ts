import { messages as home } from '@heng/home/locales'
import type { Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { setStage, setUp, type Stage } from '../support/stage.ts'

// Journey 2: load the sample → home → click every number → switch language.
describe.each<Locale>(['zh-CN', 'en'])('the sample company in %s', (locale) => {
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
    await visit.settle()
    await visit.picture('02-home')
    expect(await axeFindings(page)).toEqual([])

    const tiles = await page.locator('.home-tile a').evaluateAll((links) =>
      links.map((a) => ({ href: a.getAttribute('href')!, number: a.querySelector('.home-tile-number')!.textContent })))
    expect(tiles.length).toBeGreaterThan(3)
    for (const { href, number } of tiles) {
      await visit.go(href)
      const wanted = Number(number?.replaceAll(/\D/g, ''))
      const foot = page.locator('.hg-register-foot [role="status"]')
      if (wanted === 0) expect(await foot.count(), href).toBe(0)
      else if (wanted > 1) expect(Number((await foot.textContent())?.replaceAll(/\D/g, '')), href).toBe(wanted)
    }
    await visit.go(`/o/${slug}/assets`)
    await visit.picture('02-assets')
    expect(await axeFindings(page)).toEqual([])

    const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
    await visit.go(`/o/${slug}/`)
    await page.getByRole('button', { name: other === 'en' ? 'EN' : '中' }).or(page.getByText(other === 'en' ? 'EN' : '中', { exact: true })).first().click()
    await page.getByRole('heading', { name: home[other].guide.heading }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(other)
    expect(visit.complaints).toEqual([])
  })
})
