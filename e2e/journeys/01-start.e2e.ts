import { messages as home } from '@heng/home/locales'
import { locales, type Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { owner } from '../support/people.ts'
import { setStage, setUp, type Stage } from '../support/stage.ts'

// Journey 1: start → token → owner → organisation, method → guide.
describe.each<Locale>(locales)('start in %s', (locale) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage.close())

  it('leads from the printed address to the guide', async () => {
    const visit = await stage.open(locale)
    const { page } = visit
    await visit.go(stage.server.setupUrl!)
    await visit.picture('01-setup')
    expect(await axeFindings(page)).toEqual([])
    const slug = await setUp(visit, stage.server.setupUrl!, '恒岳精密制造 Hengyue')
    const t = home[locale]
    await page.getByRole('heading', { name: t.guide.heading }).waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: t.guide.steps.assets.title }).count()).toBe(1)
    await visit.picture('01-home')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])

    const again = await stage.open(locale, { narrow: true })
    await again.go(`/o/${slug}`)
    await again.page.waitForURL('**/sign-in**')
    await again.picture('01-sign-in')
    await again.page.locator('input[type="email"], input[autocomplete="username"]').first().fill(owner.email)
    await again.page.locator('input[type="password"]').fill(owner.password)
    await again.page.keyboard.press('Enter')
    await again.page.waitForURL((url) => url.pathname.startsWith(`/o/${slug}`))
    await again.settle()
    await again.picture('01-home')
    expect(await axeFindings(again.page)).toEqual([])
    expect(again.complaints).toEqual([])
  })

  it('cannot be set up twice', async () => {
    const visit = await stage.open(locale)
    await visit.go('/setup')
    expect(await visit.page.getByLabel(locale === 'en' ? 'Your name' : '姓名').count()).toBe(0)
  })
})
