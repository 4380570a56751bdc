import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { messages } from '@heng/vulnerabilities/locales'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished, type Company } from '../support/company.ts'
import { nessusReport, type Host } from '../support/nessus.ts'
import { walkedIn } from '../support/walked.ts'

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const output = 'Path : /opt/app/lib\nInstalled version : 2.14.1\nFixed version : 2.17.1\n<img src=x onerror="document.title=\'taken\'">'
const links = ['https://logging.apache.org/log4j/2.x/security.html', 'javascript:alert(document.cookie)']
const hosts: readonly Host[] = [
  {
    ip: '192.0.2.21', fqdn: 'erp-db01.hengyue.example', flaws: [
      { plugin: 155999, name: 'Apache Log4j < 2.15.0 Remote Code Execution', severity: 4, port: 8080, cves: ['CVE-2021-44228'], vector, links, output },
      { plugin: 156032, name: 'Apache Log4j Unsupported Version Detection', severity: 4, port: 8080, cves: ['CVE-2021-44228'], output },
      { plugin: 51192, name: 'SSL Certificate Cannot Be Trusted', severity: 2, port: 443 },
      { plugin: 57582, name: 'SSL Self-Signed Certificate', severity: 2, port: 443 },
      { plugin: 70658, name: 'SSH Server CBC Mode Ciphers Enabled', severity: 1, port: 22, cves: ['CVE-2008-5161'] },
    ],
  },
  { ip: '192.0.2.77', fqdn: 'unknown.hengyue.example', flaws: [{ plugin: 35450, name: 'DNS Server Spoofed Request Amplification', severity: 3, port: 53, cves: ['CVE-2006-0987'] }, { plugin: 42873, name: 'SSL Medium Strength Cipher Suites Supported (SWEET32)', severity: 3, port: 443, cves: ['CVE-2016-2183'] }] },
]

const longAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
const said = {
  en: { taken: 'The vendor is asked.', same: 'The same library, found by two checks.', other: 'It is another finding after all.', fixed: 'Upgraded to 2.17.1.' },
  'zh-CN': { taken: '已联系供应商。', same: '同一组件，由两个检测项发现。', other: '复核后确认是另一问题。', fixed: '已升级至 2.17.1。' },
} as const

// Journey 25: a report is taken in → the register → several are moved → one is read → two are merged and split again → the asset tells what is open on it.
describe.each<Locale>(walkedIn(25))('vulnerabilities in %s', (locale) => {
  let company: Company
  let asset: string
  const t = messages[locale]
  const words = said[locale]
  const { vulnerability, scan } = vulnerabilities
  const reload = async (path: string) => {
    const { visit } = company.manager
    await visit.go(`/o/${company.org}/${path}`)
    await visit.settle()
    return visit.page
  }
  const stateOf = async (title: string) => (await company.manager.call(vulnerability.list, { q: title })).items.find((row) => row.title === title)!

  beforeAll(async () => {
    company = await begin('sample', locale)
    const { call, visit } = company.manager
    asset = (await call(assets.asset.list, { q: 'erp-db01' })).items[0]!.id
    await call(assets.identity.set, { id: asset, identifiers: [{ kind: 'fqdn', value: 'erp-db01.hengyue.example' }] })
    const put = await visit.context.request.put(`/api/v1/orgs/${company.org}/files?name=weekly.nessus`, { data: Buffer.from(nessusReport(hosts)), headers: { 'content-type': 'application/octet-stream' } })
    const { id: file } = (await put.json()) as { id: string }
    const { id } = await call(scan.begin, { file, coverage: 'whole', scannedAt: longAgo(45) })
    await finished(call, (await call(scan.progress, { id })).jobId!)
  })
  afterAll(() => company.stage.close())

  it('the register tells what is open, and how late it is', async () => {
    const { visit } = company.manager
    const page = await reload('vulnerabilities')
    const figures = page.getByRole('list', { name: t.flaws.figures.label })
    await expect.poll(() => figures.getByRole('link').first().innerText()).toMatch(/^7\s/)
    await visit.picture('25-register')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: t.flaws.quick.overdue, exact: true }).click()
    await visit.settle()
    expect(page.url()).toContain('filter[overdue]=true')
    expect(await page.locator('tbody tr[data-index]').first().locator('.hg-state[data-tone="bad"]').innerText()).toMatch(locale === 'en' ? /^Overdue by \d+ days$/ : /^逾期 \d+ 天$/)
    await visit.picture('25-overdue')
    for (const look of [{ narrow: true }, { dark: true }, { narrow: true, dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${company.org}/vulnerabilities`)
      await beside.settle()
      await beside.picture('25-register')
      expect(await axeFindings(beside.page)).toEqual([])
    }
  })

  it('several are moved at once, and those that cannot are named', async () => {
    const { visit, call } = company.manager
    const fixed = await stateOf('SSL Self-Signed Certificate')
    await call(vulnerability.move, { ids: [fixed.id], state: 'fixed' })
    const page = await reload('vulnerabilities?filter[severity]=medium&filter[severity]=low')
    await page.getByRole('checkbox', { name: kit[locale].register.selectAll }).check()
    await page.getByRole('button', { name: fill(t.flaws.move.button, { count: 3 }) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.flaws.move.state).click()
    await page.locator('.ant-select-item-option', { hasText: t.nouns.vulnerability.values.state.falsePositive }).click()
    await dialog.getByText(fill(t.flaws.move.some, { out: 1, count: 3 })).waitFor()
    await dialog.getByLabel(t.flaws.move.reason).fill(words.taken)
    await visit.settle()
    await visit.picture('25-move')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: fill(t.flaws.move.apply, { count: 3 }) }).click()
    await dialog.getByText(fill(t.flaws.move.refused, { count: 1 })).waitFor()
    expect(await dialog.getByRole('listitem').innerText()).toContain(fixed.reference)
    await visit.settle()
    await visit.picture('25-moved')
    await dialog.getByRole('button', { name: kit[locale].actions.close }).last().click()
    await page.getByRole('button', { name: fill(t.flaws.merge.button, { count: 3 }) }).click()
    const merge = page.getByRole('dialog', { name: fill(t.flaws.merge.title, { count: 3 }) })
    await merge.getByRole('radio', { name: new RegExp(fixed.reference) }).check()
    await visit.settle()
    await visit.picture('25-merge-selected')
    expect(await axeFindings(page)).toEqual([])
    await merge.getByRole('button', { name: kit[locale].actions.cancel }).click()
    expect(await stateOf('SSL Certificate Cannot Be Trusted')).toMatchObject({ state: 'falsePositive', stateReason: words.taken })
    expect(await stateOf('SSL Self-Signed Certificate')).toMatchObject({ state: 'fixed' })
  })

  it('one is read: what it is, where, why by that day; nothing that a scanner wrote is markup', async () => {
    const { visit } = company.manager
    const { id } = await stateOf('Apache Log4j < 2.15.0 Remote Code Execution')
    const page = await reload(`vulnerabilities/${id}`)
    await page.getByRole('heading', { name: t.flaws.why.title }).waitFor()
    expect(await page.getByRole('link', { name: /^CVE-2021-44228/ }).getAttribute('href')).toBe('https://nvd.nist.gov/vuln/detail/CVE-2021-44228')
    const link = page.getByRole('link', { name: /log4j\/2\.x\/security/ })
    expect([await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual(['noopener noreferrer', '_blank'])
    expect(await page.getByText('javascript:alert(document.cookie)').evaluate((element) => element.closest('a'))).toBeNull()
    await page.getByText(vector).waitFor()
    await visit.picture('25-record')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('tab', { name: t.flaws.tabs.sightings, exact: true }).click()
    await visit.settle()
    expect(await page.locator('.vn-evidence').innerText()).toContain('<img src=x onerror=')
    expect(await page.title()).not.toContain('taken')
    await visit.picture('25-sightings')
    expect(await axeFindings(page)).toEqual([])
    for (const look of [{ narrow: true }, { dark: true }, { narrow: true, dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${company.org}/vulnerabilities/${id}`)
      await beside.settle()
      await beside.picture('25-record')
      expect(await axeFindings(beside.page)).toEqual([])
    }
  })

  it('two are merged, split again, and one is reported as fixed', async () => {
    const { visit, call } = company.manager
    const kept = await stateOf('Apache Log4j < 2.15.0 Remote Code Execution')
    const other = await stateOf('Apache Log4j Unsupported Version Detection')
    const page = await reload(`vulnerabilities/${kept.id}`)
    await page.getByRole('button', { name: t.flaws.verb.merge }).click()
    const dialog = page.getByRole('dialog', { name: fill(t.flaws.merge.titleInto, { reference: kept.reference }) })
    const same = dialog.getByRole('group', { name: t.flaws.merge.same })
    await same.getByRole('checkbox', { name: new RegExp(other.reference) }).check()
    await dialog.getByLabel(kit[locale].record.reason).fill(words.same)
    await visit.settle()
    await visit.picture('25-merge')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.flaws.merge.apply, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await call(vulnerability.get, { id: other.id })).toMatchObject({ state: 'duplicate', duplicateOf: kept.id })
    await page.getByRole('tab', { name: t.flaws.tabs.sightings, exact: true }).click()
    await page.locator('.vn-sightings > li').nth(1).waitFor()
    await page.getByRole('checkbox', { name: /156032/ }).check()
    await page.getByRole('button', { name: fill(t.flaws.sightings.split, { count: 1 }) }).click()
    const split = page.getByRole('dialog', { name: t.flaws.sightings.splitTitle })
    await split.getByRole('textbox').fill(words.other)
    await visit.settle()
    await visit.picture('25-split')
    expect(await axeFindings(page)).toEqual([])
    await split.getByRole('button', { name: t.flaws.sightings.splitTitle }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(kept.id))
    await page.getByRole('heading', { level: 1, name: /Apache Log4j Unsupported Version Detection/ }).waitFor()
    await page.getByRole('button', { name: t.flaws.verb.fixed }).click()
    const fixed = page.getByRole('dialog')
    await fixed.getByLabel(t.flaws.move.reason).fill(words.fixed)
    await visit.settle()
    await visit.picture('25-fixed')
    await fixed.getByRole('button', { name: t.flaws.verb.fixed, exact: true }).click()
    await page.locator('.vn-facts').getByText(t.nouns.vulnerability.values.state.fixed, { exact: true }).waitFor()
  })

  it('the asset tells what is open on it', async () => {
    const { visit } = company.manager
    const page = await reload(`assets/${asset}?tab=vulnerabilities-of-asset`)
    await page.locator('.vn-of-asset .vn-lines li').first().waitFor()
    await visit.picture('25-asset')
    expect(await axeFindings(page)).toEqual([])
    const narrow = await visit.beside({ narrow: true })
    await narrow.go(`/o/${company.org}/assets/${asset}?tab=vulnerabilities-of-asset`)
    await narrow.settle()
    await narrow.picture('25-asset')
    await page.getByRole('link', { name: t.flaws.asset.ever }).click()
    await page.waitForURL(`**/vulnerabilities?*${asset}*`)
    await visit.settle()
    expect(await page.locator('tbody tr[data-index]').count()).toBeGreaterThan(4)
    expect(visit.complaints).toEqual([])
  })
})
