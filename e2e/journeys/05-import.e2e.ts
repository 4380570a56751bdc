import { fill, type Locale } from '@heng/contract'
import { messages as assets } from '@heng/assets/locales'
import { messages as imports } from '@heng/imports/locales'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../../platform/imports/testing/encode.ts'
import { axeFindings } from '../support/axe.ts'
import { found } from '../support/beginnings.ts'
import type { Company } from '../support/company.ts'
import { owner } from '../support/people.ts'
import { setStage, type Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

const scan = fileURLToPath(new URL('../../content/sample/scan.xml', import.meta.url))

// A list as a Chinese spreadsheet program saves it: GB18030, headings in the reader's own words, one of them nobody knows.
const heads: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['资产名称', '资产层次', '责任人', '保密性', '完整性', '可用性', '机房柜位', '网卡 MAC'],
  en: ['Asset name', 'Tier', 'Owner', 'Confidentiality', 'Integrity', 'Availability', 'Rack and slot', 'MAC address'],
}
const tiers: Readonly<Record<Locale, { system: string; component: string; unknown: string }>> = {
  'zh-CN': { system: '系统资产', component: '系统组件和单元资产', unknown: '硬件设备' },
  en: { system: 'System asset', component: 'Component or unit asset', unknown: 'Hardware' },
}
const linesOf = (locale: Locale): string[][] => {
  const { system, unknown } = tiers[locale]
  return [
    [...heads[locale]],
    ['ERP 系统', system, owner.name, '4', '5', '5', '', ''],
    ['客户关系管理系统', system, owner.name, '4', '4', '3', '', ''],
    ['制造执行系统', system, owner.name, '3', '5', '5', '', ''],
    ['ERP 数据库服务器', unknown, owner.name, '4', '5', '5', 'A-03', '00-1B-44-11-3A-B7'],
    ['核心交换机', unknown, owner.name, '3', '4', '5', 'A-01', '001b.4411.3ab8;001b.4411.3ab9'],
    ['文件服务器', unknown, '王不在册', '4', '4', '3', 'B-07', ''],
    ['邮件网关', system, owner.name, '9', '3', '4', '', ''],
    ['', system, owner.name, '2', '2', '2', '', ''],
  ]
}
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n') + '\r\n'

// Journey 5: a GB18030 list → columns → dry run → bad rows mended → written → brought again, changed: only the difference. Then a scan.
describe.each<Locale>(walkedIn(5))('import in %s', (locale) => {
  const t = imports[locale].page
  let company: Company
  let visit: Visit
  let narrow: Visit
  let slug: string
  beforeAll(async () => {
    company = await found(await setStage(), locale)
    ;({ org: slug, manager: { visit } } = company)
    narrow = await visit.beside({ narrow: true, dark: true })
    // Tall enough for a picture of the whole page.
    await visit.page.setViewportSize({ width: 1280, height: 1600 })
    await narrow.page.setViewportSize({ width: 390, height: 2000 })
  })
  afterAll(() => company.stage.close())

  /** Clean for axe in both widths, and nothing reaches beyond a narrow window. */
  const looked = async (name: string): Promise<void> => {
    await visit.settle()
    await visit.picture(name)
    expect(await axeFindings(visit.page), name).toEqual([])
    await narrow.go(new URL(visit.page.url()).pathname + new URL(visit.page.url()).search)
    await narrow.page.getByRole('heading', { level: 1, name: await visit.page.getByRole('heading', { level: 1 }).innerText(), exact: true }).waitFor()
    await narrow.settle()
    await narrow.picture(name)
    expect(await axeFindings(narrow.page), `${name} narrow`).toEqual([])
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth), `${name} fits`).toBeLessThanOrEqual(390)
  }
  const tab = (kind: keyof typeof t.check.tabs) => visit.page.getByRole('tab', { name: new RegExp(`^[\\d,]+ ?${t.check.tabs[kind]}$`) })
  const counted = async (kind: keyof typeof t.check.tabs): Promise<number> => Number((await tab(kind).locator('b').textContent())?.replaceAll(',', ''))
  /** From the register's toolbar to the page of the import, by keyboard up to the file itself. */
  const bring = async (name: string, bytes: Buffer): Promise<void> => {
    const { page } = visit
    await visit.go(`/o/${slug}/assets`)
    await page.getByRole('button', { name: fill(t.title, { noun: assets[locale].nouns.asset.many }) }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/import/asset')
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes })
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: t.map.save }).waitFor()
  }
  const check = async (): Promise<void> => {
    await visit.page.getByRole('button', { name: t.map.save }).click()
    await visit.page.getByRole('tablist').waitFor()
    await visit.settle()
  }
  /** By keyboard: the field's name is typed, Enter takes it. */
  const choose = async (label: string, option: string): Promise<void> => {
    const { page } = visit
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await page.getByRole('combobox', { name: label }).focus()
    await page.keyboard.type(option)
    await list.locator('.ant-select-item-option-active', { hasText: option }).waitFor()
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
  }
  const assetCount = async (): Promise<number> => {
    await visit.go(`/o/${slug}/assets`)
    const foot = visit.page.locator('.hg-register-foot [role="status"]')
    await foot.or(visit.page.locator('.hg-empty')).waitFor()
    return (await foot.count()) === 0 ? 0 : Number((await foot.textContent())?.replaceAll(/\D/g, ''))
  }
  const written = async (count: number): Promise<void> => {
    await visit.page.getByRole('button', { name: fill(t.check.apply, { count }) }).click()
    await visit.page.getByText(t.done.title, { exact: true }).waitFor()
    await visit.settle()
  }

  it('takes a list with mistakes, mends them, and finds only the difference the second time', async () => {
    const { page } = visit
    await visit.go(`/o/${slug}/import/asset`)
    await looked('05-upload')
    await bring('资产清单.csv', encodeGb18030(csv(linesOf(locale))))
    expect(await page.getByText('GB18030').count()).toBe(1)
    await choose(fill(t.map.fieldFor, { column: heads[locale][6]! }), assets[locale].nouns.asset.fields.location)
    await looked('05-columns')
    await check()
    expect([await counted('create'), await counted('error')]).toEqual([3, 5])
    await looked('05-check')

    // A text that means nothing here is given a meaning once, for all its rows.
    const { tier } = assets[locale].nouns.asset.fields
    await choose(fill(t.check.meaningOf, { value: tiers[locale].unknown, field: tier }), tiers[locale].component)
    await page.getByRole('button', { name: t.check.recheck }).click()
    await tab('create').filter({ hasText: '5' }).waitFor()
    expect([await counted('create'), await counted('error')]).toEqual([5, 3])
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t.check.download }).click()])
    const bad = Buffer.concat(await (await download.createReadStream()).toArray()).toString()
    expect(bad).toContain('王不在册')
    await written(5)
    await looked('05-result')
    await page.getByRole('link', { name: 'ERP 数据库服务器' }).click()
    await page.getByRole('heading', { name: 'ERP 数据库服务器' }).waitFor()
    expect(await page.getByText('A-03').count()).toBe(1)

    // The rows that were left out, corrected where they are: their reasons stand beside them and are left out.
    const mended = bad.replace('王不在册', owner.name).replace(',9,', ',5,').replace(/^,/m, '备份存储,')
    await bring('改正.csv', Buffer.from(mended))
    await check()
    expect([await counted('create'), await counted('update'), await counted('error')]).toEqual([3, 0, 0])
    await written(3)

    // The same list a month later: one level higher, one line more.
    const later = linesOf(locale).filter(([name]) => name !== '').map((row) => row.map((cell) => (cell === '王不在册' ? owner.name : cell === '9' ? '5' : cell)))
    later[2]![3] = '5'
    later[4]![7] = '00-1B-44-11-3A-C0'
    later.push(['条码服务器', tiers[locale].unknown, owner.name, '2', '3', '3', 'B-09', ''])
    await bring('资产清单.csv', encodeGb18030(csv(later)))
    expect(await page.getByText(t.map.confidence.remembered).count()).toBe(8)
    await check()
    expect([await counted('create'), await counted('update'), await counted('unchanged'), await counted('error')]).toEqual([1, 2, 5, 0])
    await tab('update').click()
    const change = page.locator('.im-changes')
    expect(await change.locator('dt').allTextContents()).toEqual([assets[locale].nouns.asset.fields.confidentiality, assets[locale].pages.identity.kinds.mac])
    const told = async (what: 'del' | 'ins') => (await change.locator(what).allTextContents()).map((text, i) => (i === 0 ? /\d/ : /[0-9a-f:]{17}/).exec(text)?.[0])
    expect([await told('del'), await told('ins')]).toEqual([['4', '00:1b:44:11:3a:b7'], ['5', '00:1b:44:11:3a:c0']])
    await looked('05-difference')
    await written(3)

    await visit.go(`/o/${slug}/assets?q=ERP`)
    await page.getByRole('button', { name: t.export, exact: true }).click()
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: t.exportAs.csv }).first().click()])
    const lines = Buffer.concat(await (await taken.createReadStream()).toArray()).toString().trim().split('\n')
    expect([lines.length, lines.join().includes('ERP 数据库服务器'), lines.join().includes('核心交换机')]).toEqual([3, true, false])

    await visit.go(`/o/${slug}/imports`)
    expect(await page.getByRole('row').count()).toBe(4)
    expect(await page.locator('.hg-grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth), 'all columns in sight').toBe(0)
    await looked('05-imports')
    expect(visit.complaints).toEqual([])
    expect(narrow.complaints).toEqual([])
  })

  it('stops a long list when told to, and shows it page by page', async () => {
    const { page } = visit
    const { system } = tiers[locale]
    const long = [heads[locale].slice(0, 2), ...Array.from({ length: 20_000 }, (_, i) => [`终端 ${i}`, system])]
    await bring('长清单.csv', encodeGb18030(csv(long)))
    await page.getByRole('button', { name: t.map.save }).click()
    await page.getByRole('progressbar', { name: t.check.running }).waitFor()
    await page.locator('.hg-job button').click()
    await page.getByText(t.stopped).waitFor()
    await check()
    expect(await counted('create')).toBe(20_000)
    const rows = page.locator('.im-rows tbody tr')
    expect(await rows.count()).toBe(100)
    await page.getByRole('button', { name: t.check.more }).click()
    await rows.nth(199).waitFor()
    await page.getByLabel(t.check.fromLine).fill('15000')
    await rows.filter({ hasText: '终端 14998' }).waitFor()
    await looked('05-long')
    await page.getByRole('button', { name: t.discard }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.discard }).click()
    await page.getByText(t.cancelled).waitFor()
    expect(visit.complaints).toEqual([])
  })

  it('takes a network scan', async () => {
    const { page } = visit
    const scans = assets[locale].pages.scan
    const known = await assetCount()
    await visit.go(`/o/${slug}/assets-scan`)
    await page.locator('input[type="file"]').setInputFiles(scan)
    await page.waitForURL('**/asset-scans/**')
    await visit.settle()
    await looked('05-scan')
    await page.getByRole('button', { name: scans.apply, exact: true }).click()
    await page.getByRole('link', { name: scans.toRegister }).waitFor()
    expect(await assetCount()).toBe(known + 40)
    expect(visit.complaints).toEqual([])
  })
})
