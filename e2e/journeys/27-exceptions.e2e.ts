import { approvals } from '@heng/approvals/contract'
import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { risks } from '@heng/risks/contract'
import { messages as riskWords } from '@heng/risks/locales'
import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { messages } from '@heng/vulnerabilities/locales'
import { messages as kit } from '@heng/web-kit/locales'
import { work } from '@heng/work/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { agree, type Agreed } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished, type Colleague } from '../support/company.ts'
import { write } from '../support/form.ts'
import { nessusReport } from '../support/nessus.ts'
import type { Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

const host = 'erp-db01.hengyue.example'
const flaws = [
  { plugin: 155_999, name: 'Apache Log4j < 2.15.0 Remote Code Execution', severity: 4, port: 8080, cves: ['CVE-2021-44228'] },
  { plugin: 42_873, name: 'SSL Medium Strength Cipher Suites Supported (SWEET32)', severity: 3, port: 443, cves: ['CVE-2016-2183'] },
  { plugin: 51_192, name: 'SSL Certificate Cannot Be Trusted', severity: 2, port: 443 },
  { plugin: 70_658, name: 'SSH Server CBC Mode Ciphers Enabled', severity: 1, port: 22, cves: ['CVE-2008-5161'] },
] as const

const said = {
  en: { title: 'Old ERP database until the move', why: 'The database is replaced by the new system in spring; an upgrade before would stop production for two days.', instead: 'Reachable from the application servers only; its log is read every day.', ok: 'Agreed, the date is firm.', rating: 'Workshop of 12 March.' },
  'zh-CN': { title: 'ERP 数据库迁移前暂缓修复', why: '该数据库将于明年春季由新系统替代，此前升级需停产两天。', instead: '仅允许应用服务器访问，日志每日审阅。', ok: '同意，期限已确认。', rating: '3 月 12 日评估会议结论。' },
} as const
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

// Journey 27: what cannot be mended yet is asked to be borne → owner, ISMS manager and top management agree → accepted; the rest becomes work and ends; a risk hears what scans say.
describe.each<Locale>(walkedIn(27))('exceptions and work in %s', (locale) => {
  let company: Agreed
  let administrator: Colleague
  let owner: Colleague
  let asset: string
  let risk: string
  const t = messages[locale]
  const words = said[locale]
  const { vulnerability, scan, exception } = vulnerabilities
  const found = async (title: string) => (await company.manager.call(vulnerability.list, { q: title })).items.find((row) => row.title === title)!
  const approve = async ({ call }: Colleague, recordId: string) => {
    const waiting = async () => (await call(approvals.approval.list, { view: 'toDecide' })).items.find((one) => one.subjectId === recordId)
    await expect.poll(async () => (await waiting()) !== undefined, { timeout: 15_000 }).toBe(true)
    await call(approvals.approval.decide, { id: (await waiting())!.id, decision: 'approve', comment: words.ok })
  }
  const looked = async (visit: Visit, path: string, name: string, looks: readonly { readonly narrow?: boolean; readonly dark?: boolean }[]) => {
    for (const look of looks) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${company.org}/${path}`)
      await beside.settle()
      await beside.picture(name)
      expect(await axeFindings(beside.page), `${name} ${JSON.stringify(look)}`).toEqual([])
      if (look.narrow === true) expect(await beside.page.evaluate(() => document.documentElement.scrollWidth), `${name} fits`).toBeLessThanOrEqual(390)
    }
  }

  beforeAll(async () => {
    company = await agree(await begin('sample', locale))
    administrator = await company.colleague('deng.chao@hengyue.example', [{ role: 'securityAdministrator' }])
    owner = await company.colleague('han.lei@hengyue.example', [{ role: 'assetOwner' }, { role: 'riskOwner' }])
    const { call, visit } = company.manager
    const { items: [row] } = await call(assets.asset.list, { q: 'erp-db01' })
    asset = row!.id
    await call(assets.asset.update, { id: asset, version: row!.version, values: { owner: owner.personId } })
    await call(assets.identity.set, { id: asset, identifiers: [{ kind: 'fqdn', value: host }] })
    const put = await visit.context.request.put(`/api/v1/orgs/${company.org}/files?name=weekly.nessus`, { data: Buffer.from(nessusReport([{ ip: '192.0.2.21', fqdn: host, flaws }])), headers: { 'content-type': 'application/octet-stream' } })
    const { id: file } = (await put.json()) as { id: string }
    const { id } = await call(scan.begin, { file })
    await vi.waitFor(async () => expect((await call(scan.progress, { id })).state).toBe('done'), { timeout: 60_000, interval: 200 })
  })
  afterAll(() => company.stage.close())

  it('an exception is asked for from the register', async () => {
    const { visit, call } = administrator
    const { page } = visit
    await visit.go(`/o/${company.org}/vulnerabilities?filter[severity]=critical&filter[severity]=high`)
    await visit.settle()
    await page.getByRole('checkbox', { name: kit[locale].register.selectAll }).check()
    await page.getByRole('button', { name: fill(t.exceptions.askOf, { count: 2 }) }).click()
    const form = page.getByRole('dialog')
    await write(form, t.nouns.vulnerabilityException.fields.title, words.title)
    await write(form, t.nouns.vulnerabilityException.fields.until, day(120))
    await page.keyboard.press('Enter')
    await write(form, t.nouns.vulnerabilityException.fields.reason, words.why)
    await write(form, t.nouns.vulnerabilityException.fields.compensation, words.instead)
    await form.getByText('Apache Log4j').first().waitFor()
    await visit.settle()
    await page.mouse.move(4, 4)
    await visit.picture('27-ask')
    expect(await axeFindings(page)).toEqual([])
    await form.getByRole('button', { name: kit[locale].actions.create }).click()
    await page.waitForURL('**/vulnerability-exceptions/*')
    await page.getByText(t.exceptions.grave).waitFor()
    await visit.settle()
    await visit.picture('27-draft')
    expect(await axeFindings(page)).toEqual([])
    // Too long for what is critical.
    await page.getByRole('button', { name: t.exceptions.submit }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t.exceptions.submit }).click()
    await dialog.getByRole('alert').waitFor()
    await visit.settle()
    await visit.picture('27-too-long')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: kit[locale].actions.cancel }).click()
    const [row] = (await call(exception.list, {})).items
    await call(exception.update, { id: row!.id, version: row!.version, values: { until: day(60) } })
    await visit.go(`/o/${company.org}/vulnerability-exceptions/${row!.id}`)
    await visit.settle()
    await page.getByRole('button', { name: t.exceptions.submit }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.exceptions.submit }).click()
    await page.getByText(t.nouns.vulnerabilityException.values.state.inReview, { exact: true }).first().waitFor()
    await visit.settle()
    await visit.picture('27-asked')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints.filter((one) => !one.includes('400'))).toEqual([])
  })

  it('owner, ISMS manager and top management agree, one after the other; then it is accepted', async () => {
    const { visit, call } = owner
    const { page } = visit
    const [row] = (await administrator.call(exception.list, {})).items
    const id = row!.id
    const { items } = await call(approvals.approval.list, { view: 'toDecide' })
    await visit.go(`/o/${company.org}/approvals/${items.find((one) => one.subjectId === id)!.id}`)
    await visit.settle()
    await page.getByText('Apache Log4j').first().waitFor()
    await visit.picture('27-decide')
    expect(await axeFindings(page)).toEqual([])
    await approve(owner, id)
    await approve(company.manager, id)
    expect((await found(flaws[0].name)).state).toBe('open')
    await approve(company.board, id)
    await expect.poll(async () => (await found(flaws[0].name)).state).toBe('accepted')
    await administrator.visit.go(`/o/${company.org}/vulnerability-exceptions/${id}`)
    await administrator.visit.settle()
    await administrator.visit.page.getByText(t.nouns.vulnerability.values.state.accepted, { exact: true }).first().waitFor()
    await administrator.visit.picture('27-accepted')
    expect(await axeFindings(administrator.visit.page)).toEqual([])
    await looked(administrator.visit, `vulnerability-exceptions/${id}`, '27-accepted', [{ narrow: true }, { dark: true }, { narrow: true, dark: true }])
    await looked(administrator.visit, 'vulnerability-exceptions', '27-register', [{}, { narrow: true }, { dark: true }])
    await looked(administrator.visit, `vulnerabilities/${(await found(flaws[0].name)).id}`, '27-vulnerability', [{}])
  })

  it('what somebody is to mend is among their work and leaves it with the report; then it is tested again', async () => {
    const { call } = administrator
    for (const { name } of flaws.slice(2)) {
      const { id, version } = await found(name)
      await call(vulnerability.update, { id, version, values: { assignee: owner.personId } })
    }
    const mine = async () => (await owner.call(work.work.list, { kind: 'vulnerability.fix' })).items
    await expect.poll(async () => (await mine()).length, { timeout: 15_000 }).toBe(2)
    const { visit } = owner
    await visit.go(`/o/${company.org}/work`)
    await visit.settle()
    await visit.page.getByText(flaws[2].name).first().waitFor()
    await visit.picture('27-work')
    expect(await axeFindings(visit.page)).toEqual([])
    await looked(visit, 'work', '27-work', [{ narrow: true }])
    await owner.call(vulnerability.move, { ids: (await mine()).map(({ subjectId }) => subjectId!), state: 'fixed', reason: words.ok })
    await expect.poll(async () => (await mine()).length, { timeout: 15_000 }).toBe(0)
    const retests = async () => (await call(work.work.list, { kind: 'vulnerability.verify' })).items
    await expect.poll(async () => (await retests()).length, { timeout: 15_000 }).toBe(1)
    await administrator.visit.go(`/o/${company.org}/work`)
    await administrator.visit.settle()
    await administrator.visit.picture('27-retest')
    await administrator.visit.page.locator('.wk-go').first().click()
    await administrator.visit.page.waitForURL('**/vulnerabilities?*')
    await administrator.visit.settle()
    await administrator.visit.picture('27-retest-register')
    await call(vulnerability.move, { ids: [(await found(flaws[2].name)).id, (await found(flaws[3].name)).id], state: 'verified', reason: words.ok })
    await expect.poll(async () => (await retests()).length, { timeout: 15_000 }).toBe(0)
  })

  it('a risk that rests on such flaws hears what scans say, and people take it over or do not', async () => {
    const { call } = company.manager
    await finished(call, (await call(risks.riskScenario.generate, { assets: [asset], depth: 'all' })).jobId)
    const { items } = await call(risks.riskScenario.list, { filter: { status: 'proposed', vulnerability: 'vu-db-unpatched' }, limit: 1 })
    const { risks: [made] } = await call(risks.riskScenario.confirm, { select: { ids: [items[0]!.id] }, owner: owner.personId })
    risk = made!
    expect(await owner.call(risks.risk.exposure, { id: risk })).toMatchObject({ isTechnical: true, assets: [{ id: asset }] })
    const { visit } = owner
    const { page } = visit
    const { scans, rationale, save } = riskWords[locale].pages.rating
    const open = async (on: Visit) => {
      await on.go(`/o/${company.org}/risks/${risk}`)
      await on.settle()
      await on.page.locator('[data-from="scans"]').waitFor()
    }
    await open(visit)
    await visit.picture('27-risk')
    expect(await axeFindings(page)).toEqual([])
    const narrow = await visit.beside({ narrow: true, dark: true })
    await open(narrow)
    await narrow.page.locator('[data-from="scans"]').scrollIntoViewIfNeeded()
    await narrow.picture('27-risk')
    expect(await axeFindings(narrow.page)).toEqual([])
    const { level } = await owner.call(risks.risk.exposure, { id: risk })
    await page.locator('[data-from="scans"]').getByRole('button', { name: fill(scans.take, { level: level! }) }).click()
    expect(await page.getByLabel(rationale).inputValue()).toContain('Apache Log4j')
    await visit.settle()
    await visit.picture('27-risk-taken')
    await page.getByRole('button', { name: save }).click()
    await expect.poll(async () => (await owner.call(risks.risk.get, { id: risk })).current?.factors['exploitability']).toBe(level)
  })
})
