import { approvals } from '@heng/approvals/contract'
import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { messages } from '@heng/vulnerabilities/locales'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Colleague, Company } from '../support/company.ts'
import { choose, write } from '../support/form.ts'
import { nessusReport } from '../support/nessus.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: {
    name: 'Web shop, autumn 2026', tester: 'Red Fox Security Ltd', lead: 'Mia Chen', contact: 'Duty officer, +86 10 5555 0199', targets: 'shop.hengyue.example\n192.0.2.0/28 # only from 22:00 to 06:00', excluded: '192.0.2.9 # medical devices',
    rules: 'No denial of service. No data of customers leaves the country.', ok: 'Agreed.', finding: 'Orders of other customers can be read', description: 'Changing the number in the address shows the order of somebody else.', remark: 'Number is checked now.', why: 'The old server is switched off in January.',
  },
  'zh-CN': {
    name: '2026 年秋季商城渗透测试', tester: '赤狐安全技术有限公司', lead: '陈敏', contact: '安全值班电话 010-5555 0199', targets: 'shop.hengyue.example\n192.0.2.0/28 # 仅限 22:00 至次日 06:00', excluded: '192.0.2.9 # 医疗设备',
    rules: '禁止拒绝服务类测试；客户数据不得出境。', ok: '同意。', finding: '可越权查看其他客户的订单', description: '修改地址中的订单号，即可查看他人订单。', remark: '已校验订单归属。', why: '旧服务器将于明年一月下线。',
  },
} as const
const flaws = [{ plugin: 42_873, name: 'SSL Medium Strength Cipher Suites Supported (SWEET32)', severity: 3, port: 443, cves: ['CVE-2016-2183'] }, { plugin: 70_658, name: 'SSH Server CBC Mode Ciphers Enabled', severity: 1, port: 22 }] as const
const report = nessusReport([{ ip: '192.0.2.4', fqdn: 'shop.hengyue.example', flaws: [flaws[0]] }, { ip: '192.0.2.9', fqdn: 'monitor9.hengyue.example', flaws: [flaws[1]] }])
const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
const looks = [{ narrow: true }, { dark: true }, { narrow: true, dark: true }] as const

// Journey 29: a test is planned → authorised by others, with letters → started → findings by hand and by report, one out of scope → retested → closed.
describe.each<Locale>(walkedIn(29))('a penetration test in %s', (locale) => {
  let company: Company
  let administrator: Colleague
  let id = ''
  const t = messages[locale]
  const p = t.pentests
  const words = said[locale]
  const { pentest, vulnerability } = vulnerabilities
  const { fields, values } = t.nouns.penetrationTest
  const open = async () => {
    const { visit } = administrator
    await visit.go(`/o/${company.org}/penetration-tests/${id}`)
    await visit.page.getByRole('heading', { name: words.name }).waitFor()
    await visit.settle()
    return visit
  }
  const looked = async (name: string) => {
    const { visit } = administrator
    await visit.settle()
    await visit.picture(name)
    expect(await axeFindings(visit.page)).toEqual([])
  }
  const beside = async (path: string, name: string) => {
    for (const look of looks) {
      const other = await administrator.visit.beside(look)
      await other.go(`/o/${company.org}/${path}`)
      await other.settle()
      await other.picture(name)
      expect(await axeFindings(other.page), `${name} ${JSON.stringify(look)}`).toEqual([])
      if ('narrow' in look) expect(await other.page.evaluate(() => document.documentElement.scrollWidth), `${name} fits`).toBeLessThanOrEqual(390)
    }
  }
  const verb = async (label: string) => {
    const { page } = administrator.visit
    // An icon names itself before the words.
    await page.getByRole('button', { name: new RegExp(`${label}$`) }).first().click()
    return page.getByRole('dialog').last()
  }
  const tab = (label: string) => administrator.visit.page.getByRole('tab', { name: label }).click()

  beforeAll(async () => {
    company = await begin('sample', locale)
    administrator = await company.colleague('deng.chao@hengyue.example', [{ role: 'securityAdministrator' }])
  })
  afterAll(() => company.stage.close())

  it('is planned with its scope, its window and whom to call', async () => {
    const { visit, call } = administrator
    const { page } = visit
    await visit.go(`/o/${company.org}/penetration-tests`)
    await looked('29-empty')
    await page.getByRole('button', { name: kit[locale].actions.new }).first().click()
    const form = page.getByRole('dialog')
    await write(form, fields.name, words.name)
    await choose(form, fields.kind, values.kind.web)
    await write(form, fields.tester, words.tester)
    await write(form, fields.lead, words.lead)
    await write(form, fields.targets, words.targets)
    await write(form, fields.excludedTargets, words.excluded)
    await write(form, fields.rules, words.rules)
    await write(form, fields.contact, words.contact)
    await looked('29-form')
    await form.getByRole('button', { name: kit[locale].actions.create }).click()
    await looked('29-made')
    await expect.poll(async () => (await call(pentest.list, {})).total, { timeout: 15_000 }).toBe(1)
    const [made] = (await call(pentest.list, {})).items
    id = made!.id
    // Without a window nobody can agree to it.
    await open()
    const ask = await verb(p.submit)
    await ask.getByRole('button', { name: p.submit }).click()
    await ask.getByRole('alert').waitFor()
    await looked('29-incomplete')
    await ask.getByRole('button', { name: kit[locale].actions.cancel }).click()
    const { items: [erp] } = await company.manager.call(assets.asset.list, { q: 'erp-db01' })
    await call(pentest.update, { id, version: made!.version, values: { opensAt: at(-1), closesAt: at(72), assets: [erp!.id] } })
    await open()
    await looked('29-draft')
    await beside(`penetration-tests/${id}`, '29-draft')
  })

  it('is authorised by others; letters follow in both languages', async () => {
    await open()
    const ask = await verb(p.submit)
    await looked('29-ask')
    await ask.getByRole('button', { name: p.submit }).click()
    await administrator.visit.page.getByText(values.state.inReview, { exact: true }).first().waitFor()
    const { visit, call } = company.manager
    const { items } = await call(approvals.approval.list, { view: 'toDecide' })
    const waiting = items.find((one) => one.subjectId === id)!
    await visit.go(`/o/${company.org}/approvals/${waiting.id}`)
    await visit.settle()
    await visit.picture('29-decide')
    await visit.page.getByText(words.tester).first().waitFor()
    expect(await axeFindings(visit.page)).toEqual([])
    await call(approvals.approval.decide, { id: waiting.id, decision: 'approve', comment: words.ok })
    await open()
    await tab(p.documents)
    await expect.poll(() => administrator.visit.page.locator('.vp-documents li').count(), { timeout: 30_000 }).toBe(2)
    await looked('29-letters')
    const [link] = await administrator.visit.page.locator('.vp-documents a[download]').all()
    const got = await administrator.visit.context.request.get(new URL((await link!.getAttribute('href'))!, administrator.visit.page.url()).href)
    expect([got.status(), (await got.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await beside('penetration-tests', '29-register')
  })

  it('starts within its window; findings come by hand and by a report, marked where they are out of scope', async () => {
    const { page } = (await open())
    const start = await verb(p.start)
    await looked('29-start')
    await start.getByRole('button', { name: p.start }).click()
    await page.getByText(values.state.inProgress, { exact: true }).first().waitFor()
    const add = await verb(p.add)
    await add.getByLabel(p.title).fill(words.finding)
    await add.getByLabel(p.description).fill(words.description)
    await add.getByLabel(p.place, { exact: true }).fill('https://shop.hengyue.example/orders/17')
    await add.getByLabel(p.cwe, { exact: true }).fill('639')
    await looked('29-add')
    await add.getByRole('button', { name: p.add }).click()
    await add.getByText(p.added).waitFor({ timeout: 30_000 })
    await add.locator('.ant-modal-footer').getByRole('button', { name: kit[locale].actions.close }).click()
    const hand = await verb(p.report)
    await hand.locator('input[type=file]').setInputFiles({ name: 'autumn.nessus', mimeType: 'text/xml', buffer: Buffer.from(report) })
    await hand.getByText('autumn.nessus').waitFor()
    await looked('29-report')
    await hand.getByRole('button', { name: p.report, exact: true }).click()
    await hand.getByText(p.reported).waitFor({ timeout: 30_000 })
    await looked('29-read')
    await hand.locator('.ant-modal-footer').getByRole('button', { name: kit[locale].actions.close }).click()
    await open()
    await tab(p.findings)
    await page.getByText(p.outOfScope, { exact: true }).first().waitFor()
    expect(await page.locator('.vp-table tbody tr').count()).toBe(3)
    await looked('29-findings')
    await beside(`penetration-tests/${id}?tab=penetration-test-findings`, '29-findings')
  })

  it('is retested and closed when nothing is left unsettled', async () => {
    const { call } = company.manager
    const { items } = await call(pentest.findings, { id })
    const mended = items.find(({ title }) => title === words.finding)!
    await call(vulnerability.move, { ids: [mended.id], state: 'fixed' })
    const { page } = await open()
    const close = await verb(p.close)
    await close.getByRole('button', { name: p.close, exact: true }).click()
    await close.getByRole('alert').waitFor()
    await looked('29-unsettled')
    await close.getByRole('button', { name: kit[locale].actions.cancel }).click()
    await tab(p.findings)
    await page.getByRole('checkbox', { name: words.finding }).check()
    await page.getByRole('button', { name: p.retest, exact: true }).click()
    const retest = page.getByRole('dialog').last()
    await retest.getByText(fill(p.retestTitle, { round: 1 })).waitFor()
    await retest.getByLabel(`${p.remark}: ${words.finding}`).fill(words.remark)
    await looked('29-retest')
    await retest.getByRole('button', { name: p.retest, exact: true }).click()
    await page.getByText(fill(p.round, { round: 1, result: p.results.mended })).waitFor()
    expect((await call(vulnerability.get, { id: mended.id })).state).toBe('verified')
    // The others stay open, for a reason.
    await page.getByRole('button', { name: p.leave, exact: true }).click()
    const leave = page.getByRole('dialog').last()
    await leave.locator('textarea').fill(words.why)
    await leave.getByRole('button', { name: p.leave, exact: true }).click()
    await page.getByText(fill(p.leftOpen, { reason: words.why })).first().waitFor()
    await looked('29-left')
    const end = await verb(p.close)
    await end.getByRole('button', { name: p.close, exact: true }).click()
    await page.getByText(values.state.closed, { exact: true }).first().waitFor()
    await looked('29-closed')
    expect(administrator.visit.complaints.filter((one) => !/40[09]/.test(one))).toEqual([])
  })
})
