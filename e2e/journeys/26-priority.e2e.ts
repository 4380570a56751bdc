import { gzipSync } from 'node:zlib'
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

const hosts: readonly Host[] = [{
  ip: '192.0.2.21', fqdn: 'erp-db01.hengyue.example', flaws: [
    { plugin: 155999, name: 'Apache Log4j < 2.15.0 Remote Code Execution', severity: 4, port: 8080, cves: ['CVE-2021-44228'], vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' },
    { plugin: 35450, name: 'DNS Server Spoofed Request Amplification', severity: 3, port: 53, cves: ['CVE-2006-0987'] },
    { plugin: 51192, name: 'SSL Certificate Cannot Be Trusted', severity: 2, port: 443 },
    { plugin: 70658, name: 'SSH Server CBC Mode Ciphers Enabled', severity: 1, port: 22, cves: ['CVE-2008-5161'] },
  ],
}]
const before = (days: number): Date => new Date(Date.now() - days * 86_400_000)
const dayOf = (days: number): string => before(days).toISOString().slice(0, 10)
const scores = (days: number, score: string): Buffer => gzipSync(`#model_version:v2025.03.14,score_date:${dayOf(days)}T00:00:00+0000\ncve,epss,percentile\nCVE-2021-44228,${score},0.99998\nCVE-2006-0987,0.05,0.9\nCVE-2008-5161,0.021,0.6\n`)
const catalogue = Buffer.from(JSON.stringify({
  title: 'Catalog', catalogVersion: dayOf(20).replaceAll('-', '.'), dateReleased: before(20).toISOString(), count: 1,
  vulnerabilities: [{ cveID: 'CVE-2021-44228', vendorProject: 'Apache', product: 'Log4j2', vulnerabilityName: 'Apache Log4j2 Remote Code Execution', dateAdded: '2021-12-10', dueDate: '2021-12-24', knownRansomwareCampaignUse: 'Known' }],
}))
const reasons = { en: 'Decided by the security board on 12 March.', 'zh-CN': '3 月 12 日安全委员会会议决定。' } as const

// Journey 26: by what vulnerabilities are weighed → a draft of another policy, its faults and its effect → in force → scores and the catalogue of what is exploited.
describe.each<Locale>(walkedIn(26))('priorities in %s', (locale) => {
  let company: Company
  const { policy, draft, effect, weighing, feeds, tabs } = messages[locale].priority
  const { vulnerability, scan } = vulnerabilities
  const open = async (path: string) => {
    const { visit } = company.manager
    await visit.go(`/o/${company.org}/${path}`)
    await visit.settle()
    return visit.page
  }
  /** The page as it is now in every window. */
  const looks = async (path: string, name: string) => {
    for (const look of [{ narrow: true }, { dark: true }, { narrow: true, dark: true }]) {
      const beside = await company.manager.visit.beside(look)
      await beside.go(`/o/${company.org}/${path}`)
      await beside.settle()
      await beside.picture(name)
      expect(await axeFindings(beside.page)).toEqual([])
    }
  }
  const stands = async (title: string) => (await company.manager.call(vulnerability.list, { q: title })).items.find((row) => row.title.startsWith(title))!

  beforeAll(async () => {
    company = await begin('sample', locale)
    const { call, visit } = company.manager
    const put = await visit.context.request.put(`/api/v1/orgs/${company.org}/files?name=weekly.nessus`, { data: Buffer.from(nessusReport(hosts)), headers: { 'content-type': 'application/octet-stream' } })
    const { id } = await call(scan.begin, { file: ((await put.json()) as { id: string }).id, coverage: 'whole', scannedAt: before(10).toISOString() })
    await finished(call, (await call(scan.progress, { id })).jobId!)
  })
  afterAll(() => company.stage.close())

  it('the policy in force is told rule by rule', async () => {
    const page = await open('vulnerability-policy')
    await page.getByText(policy.shipped).waitFor()
    expect(await page.locator('.vp-rules tbody tr').count()).toBe(10)
    await company.manager.visit.picture('26-policy')
    expect(await axeFindings(page)).toEqual([])
    await looks('vulnerability-policy', '26-policy')
  })

  it('a draft names its faults, and tells what it would move before it is in force', async () => {
    const { visit, call } = company.manager
    const page = await open('vulnerability-policy')
    await page.getByRole('button', { name: policy.edit }).click()
    await page.getByText(draft.unchanged).waitFor()
    // Medium severity of something that nobody has assessed.
    const rule = fill(draft.rule, { place: 6 })
    await page.getByRole('combobox', { name: `${rule}: ${draft.priority}` }).click()
    await page.locator('.ant-select-item-option').filter({ visible: true }).filter({ hasText: messages[locale].nouns.vulnerability.values.priority.immediate }).click()
    const days = page.getByRole('spinbutton', { name: `${rule}: ${draft.dueDays}` })
    await days.fill('5')
    await days.press('Tab')
    await page.getByText(draft.noProblems).waitFor()
    await page.getByRole('button', { name: draft.addRule, exact: true }).click()
    await page.locator('.vp-problems').waitFor()
    expect(await page.locator('.vp-problems li').allInnerTexts()).toHaveLength(2)
    await visit.picture('26-draft')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: `${fill(draft.rule, { place: 10 })}: ${draft.remove}` }).click()
    await page.getByRole('button', { name: draft.preview }).click()
    await page.getByText(fill(effect.title, { looked: 4 })).waitFor()
    expect(await page.locator('.vp-figures [data-bad="true"] dd').innerText()).toBe('1')
    await page.locator('.vp-foot').scrollIntoViewIfNeeded()
    await visit.picture('26-effect')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: draft.set, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(reasons[locale])
    await dialog.getByRole('button', { name: draft.set }).click()
    await page.getByText(fill(weighing.done, { looked: 4, moved: 1 })).waitFor()
    await visit.picture('26-in-force')
    expect(await axeFindings(page)).toEqual([])
    const { inForce } = await call(vulnerabilities.policy.get, {})
    expect([inForce.version, inForce.reason]).toEqual([1, reasons[locale]])
    expect((await stands('SSL Certificate')).dueOn).toBe(dayOf(5))
  })

  it('another shipped policy is a place to begin, and JSON a way to write', async () => {
    const { visit } = company.manager
    const page = await open('vulnerability-policy')
    await page.getByRole('button', { name: policy.edit }).click()
    await page.getByRole('combobox', { name: draft.start }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: /SSVC/ }).first().click()
    await page.locator('.vp-tree').waitFor()
    await visit.picture('26-tree')
    expect(await axeFindings(page)).toEqual([])
    await page.getByText(draft.json, { exact: true }).click()
    const json = page.getByRole('textbox', { name: draft.json })
    await json.fill((await json.inputValue()).replace('"calendar"', '"weeks"'))
    await page.locator('.vp-problems code').getByText('count', { exact: true }).waitFor()
    await visit.picture('26-json')
    await page.getByRole('button', { name: draft.discard }).click()
    await page.getByText(policy.versions, { exact: true }).waitFor()
  })

  it('scores and the catalogue are dragged in, and move what they know of', async () => {
    const { visit } = company.manager
    const page = await open('vulnerability-policy/exploit-feeds')
    await page.getByText(feeds.never).first().waitFor()
    await visit.picture('26-feeds-none')
    const epss = page.getByRole('region', { name: feeds.epss.name, exact: true })
    await epss.locator('input[type=file]').setInputFiles({ name: 'epss_scores-current.csv.gz', mimeType: 'application/gzip', buffer: scores(1, '0.97') })
    await epss.getByText(fill(feeds.done, { edition: `v2025.03.14 · ${dayOf(1)}`, entries: 3 })).waitFor()
    const kev = page.getByRole('region', { name: feeds.kev.name, exact: true })
    await kev.locator('input[type=file]').setInputFiles({ name: 'known_exploited_vulnerabilities.json', mimeType: 'application/json', buffer: catalogue })
    await kev.getByText(feeds.stale, { exact: true }).waitFor()
    await expect.poll(async () => (await stands('Apache Log4j')).exploited).toBe(true)
    expect(await stands('Apache Log4j')).toMatchObject({ epss: 0.97, priority: 'immediate', dueOn: '2021-12-24' })
    await epss.locator('input[type=file]').setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(`#model_version:v2,score_date:${dayOf(0)}\ncve,epss,percentile\nCVE-2021-44228,97,1\n`) })
    await epss.locator('.vp-wrong').waitFor()
    expect(await epss.locator('.vp-wrong').innerText()).toContain(locale === 'en' ? 'line 3' : '第 3 行')
    await visit.picture('26-feeds-refused')
    expect(await axeFindings(page)).toEqual([])
  })

  it('whoever may lets the server fetch them', async () => {
    const { visit, call } = company.manager
    const page = await open('vulnerability-policy/exploit-feeds')
    const kev = page.getByRole('region', { name: feeds.kev.name, exact: true })
    await kev.getByRole('checkbox', { name: feeds.remote }).check()
    await kev.getByRole('checkbox', { name: feeds.daily }).check()
    await kev.getByRole('button', { name: feeds.save, exact: true }).click()
    await kev.getByRole('button', { name: feeds.fetch }).waitFor()
    expect((await call(vulnerabilities.feed.list, {})).items[1]).toMatchObject({ remote: true, daily: true })
    await visit.picture('26-feeds')
    expect(await axeFindings(page)).toEqual([])
    await looks('vulnerability-policy/exploit-feeds', '26-feeds')
    await page.getByRole('navigation', { name: tabs.label }).getByRole('link', { name: tabs.policy }).click()
    await page.getByText(kit[locale].product).first().waitFor()
    await page.getByRole('heading', { name: policy.title, level: 1 }).waitFor()
  })
})
