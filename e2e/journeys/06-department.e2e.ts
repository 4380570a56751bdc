import { assets as contract } from '@heng/assets/contract'
import { messages } from '@heng/assets/locales'
import { directory } from '@heng/directory/contract'
import { messages as home } from '@heng/home/locales'
import { messages as kitTexts } from '@heng/web-kit/locales'
import { fill, vocabulary, type Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Colleague, Company } from '../support/company.ts'
import { choose, dialog, rate, tabTo, write } from '../support/form.ts'
import { walkedIn } from '../support/walked.ts'

const reason = { 'zh-CN': '停线两小时即延误主要客户交付', en: 'Two hours of standstill delay the main customers' }

// Journey 6: department head: own assets → C/I/A with reasons → attest → the ISMS manager sees the progress.
describe.each<Locale>(walkedIn(6))('a department in %s', (locale) => {
  let company: Company
  let head: Colleague
  let mine: readonly { readonly id: string; readonly name: string }[]
  const [t, names, kit] = [messages[locale].pages.attest, messages[locale].nouns, kitTexts[locale]]
  const list = (page: Company['manager']['visit']['page']) => page.getByRole('region', { name: t.list })

  beforeAll(async () => {
    company = await begin('sample', locale)
    const units = (await company.manager.call(directory.unit.list, { limit: 50 })).items
    const shop = units.find(({ code }) => code === 'MFG1')!
    head = await company.colleague('yuan.dayong@hengyue.example', [{ role: 'departmentHead', unit: shop.id }])
    mine = (await company.manager.call(contract.asset.list, { filter: { unit: shop.id }, limit: 500 })).items
  })
  afterAll(() => company.stage.close())

  it('is asked by the ISMS manager', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/campaigns`)
    await page.getByRole('button', { name: kit.actions.new }).first().click()
    const year = new Date().getFullYear()
    await write(dialog(page), names.campaign.fields.name, `${year}`)
    await write(dialog(page), names.campaign.fields.year, String(year))
    await write(dialog(page), names.campaign.fields.dueOn, `${year + 1}-03-31`)
    await page.keyboard.press('Tab')
    await dialog(page).getByRole('button', { name: kit.actions.create }).click()
    await dialog(page).getByRole('button', { name: t.open }).click()
    await page.getByText(fill(t.openTitle, { name: year })).waitFor()
    await dialog(page).getByRole('button', { name: t.open }).click()
    await page.getByText(t.progress, { exact: true }).or(page.locator('.as-progress-total')).first().waitFor()
    await visit.settle()
    await visit.picture('06-opened')
    expect(await axeFindings(page)).toEqual([])
  })

  it('sees its own assets and no others', async () => {
    const { visit, call } = head
    const { page } = visit
    await visit.go(`/o/${company.org}`)
    expect(Number((await page.locator('.home-tile', { hasText: home[locale].tiles.assets }).first().locator('.home-tile-number').textContent())!)).toBe(mine.length)
    // What is asked of them waits in My work, and leads to it.
    await page.getByRole('link', { name: new RegExp(locale === 'en' ? 'Attest your assets' : '确认名下资产') }).waitFor()
    await visit.picture('06-home')
    expect(await axeFindings(page)).toEqual([])
    expect((await call(contract.asset.list, { limit: 500 })).items.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted())
    const foreign = (await company.manager.call(contract.asset.list, { limit: 500 })).items.find(({ id }) => !mine.some((one) => one.id === id))!
    await visit.go(`/o/${company.org}/assets/${foreign.id}`)
    expect(await page.getByText(foreign.name).count()).toBe(0)
  })

  it('values an asset with reasons, and attests the rest by keyboard', async () => {
    const { visit } = head
    const { page } = visit
    const [campaign] = (await head.call(contract.campaign.list, {})).items
    await visit.go(`/o/${company.org}/campaigns/${campaign!.id}`)
    const rows = list(page).locator('tbody tr')
    await rows.first().waitFor()
    const name = (await rows.first().locator('.as-open').textContent())!.trim()
    await page.getByRole('button', { name: fill(t.actions, { name }) }).click()
    await page.getByRole('menuitem', { name: t.correct }).click()
    const form = dialog(page)
    await form.getByText(t.correctText).waitFor()
    await rate(form, names.asset.fields.confidentiality, 3)
    await rate(form, names.asset.fields.integrity, 4)
    await rate(form, names.asset.fields.availability, 5)
    await write(form, names.asset.fields.valuationReason, reason[locale])
    await visit.picture('06-value')
    expect(await axeFindings(page)).toEqual([])
    await form.getByRole('button', { name: kit.actions.save }).click()
    await page.getByText(fill(t.corrected, { name })).waitFor()
    const valued = (await head.call(contract.asset.list, { q: name })).items.find((one) => one.name === name)!
    expect(valued).toMatchObject({ confidentiality: 3, integrity: 4, availability: 5, value: 5, valuationReason: reason[locale] })

    await visit.settle()
    await tabTo(page, rows.first())
    const second = (await rows.first().locator('.as-open').textContent())!.trim()
    await page.keyboard.press('c')
    await page.getByText(fill(t.confirmed, { count: 1 })).first().waitFor()
    await list(page).getByRole('button', { name: second, exact: true }).waitFor({ state: 'detached' })
    // The focus stays in the list, so that the next key finds the next asset.
    await page.keyboard.press('Space')
    await page.getByRole('region', { name: fill(t.selected, { count: 1 }) }).waitFor()
    await list(page).getByRole('checkbox', { name: t.selectAll }).check()
    await visit.picture('06-select')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: fill(t.confirmSome, { count: mine.length - 2 }) }).click()
    await list(page).getByText(t.emptyPending).waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('and the ISMS manager sees how far it is, on a narrow page, too', async () => {
    const [campaign] = (await company.manager.call(contract.campaign.list, {})).items
    const done = mine.length
    const total = Number(campaign!.total)
    expect(Number(campaign!.done)).toBe(done)
    for (const narrow of [false, true]) {
      const visit = await company.manager.visit.beside({ narrow })
      await visit.go(`/o/${company.org}/campaigns/${campaign!.id}`)
      await visit.page.getByText(fill(t.done, { done, total, percent: Math.round((done / total) * 100) })).waitFor()
      await visit.page.getByRole('row', { name: new RegExp(`${done} / ${done}`) }).waitFor()
      await visit.picture('06-progress')
      // Of hundreds of lines only those in sight are in the document, and the keyboard reaches the last.
      const lines = visit.page.locator('.as-attestations tbody tr[data-index]')
      await lines.first().focus()
      expect(await lines.count()).toBeLessThan(60)
      await visit.page.keyboard.press('End')
      await expect.poll(() => lines.evaluateAll((all) => all.findIndex((one) => one === document.activeElement) === all.length - 1 && all.at(-1)!.getAttribute('data-index'))).toBe(String(total - done - 1))
      expect(await axeFindings(visit.page)).toEqual([])
      expect(await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      expect(visit.complaints).toEqual([])
    }
  })

  it('enters an asset, whose tier goes with its type until somebody chooses one', async () => {
    const { visit, call } = head
    const { page } = visit
    const { terms } = await call(vocabulary.get, { name: 'assetTypes' })
    const title = (code: string) => terms.find((term) => term.code === code)!.title[locale]
    await visit.go(`/o/${company.org}/assets?open=new`)
    const form = dialog(page)
    const { tier } = names.asset.values
    const chosen = (which: keyof typeof tier) => expect.poll(() => form.getByRole('radio', { name: tier[which], exact: true }).isChecked()).toBe(true)
    await choose(form, names.asset.fields.type, title('at-network-device'))
    await chosen('component')
    await choose(form, names.asset.fields.type, title('at-business-process'))
    await chosen('business')
    await choose(form, names.asset.fields.tier, tier.system)
    await choose(form, names.asset.fields.type, title('at-network-device'))
    await chosen('system')
    expect(visit.complaints).toEqual([])
  })
})
