import { networkInterfaces } from 'node:os'
import { fill, type Locale } from '@heng/contract'
import { findProgram } from '@heng/probes'
import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { messages } from '@heng/vulnerabilities/locales'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Colleague, Company } from '../support/company.ts'
import { choose, dialog, write } from '../support/form.ts'
import type { Look, Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

// The server runs on this machine, with the same settings.
const hasNmap = await findProgram('nmap', process.env.HENG_NMAP).then(() => true, () => false)
const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).flatMap(({ address, internal, family }) => (internal || family !== 'IPv4' ? [] : [address])))[0] ?? '127.0.0.1'
const far = '198.51.100.0/24'
const said = {
  en: { why: 'Server network of the head office; the network team agreed on 3 March.', name: 'Application server, weekly', long: 'Branch network', outside: '203.0.113.9' },
  'zh-CN': { why: '总部服务器网段，网络组已于 3 月 3 日同意。', name: '应用服务器每周检测', long: '分支机构网段', outside: '203.0.113.9' },
} as const
const looks: readonly Look[] = [{ narrow: true }, { dark: true }, { narrow: true, dark: true }]

// Journey 28: where live checks may look is declared → a check is set up within it, refused outside of it → it runs, its report is a scan like any other → one that takes long is stopped.
describe.each<Locale>(walkedIn(28))('live checks in %s', (locale) => {
  let company: Company
  let administrator: Colleague
  let check: string
  const t = messages[locale]
  const words = said[locale]
  const { live, scan } = vulnerabilities
  const picture = async (visit: Visit, name: string) => {
    await visit.settle()
    await visit.page.mouse.move(4, 4)
    await visit.picture(name)
    expect(await axeFindings(visit.page), name).toEqual([])
  }
  const looked = async (visit: Visit, path: string, name: string) => {
    for (const look of looks) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${company.org}/${path}`)
      await picture(beside, name)
      if (look.narrow === true) expect(await beside.page.evaluate(() => document.documentElement.scrollWidth), `${name} fits`).toBeLessThanOrEqual(390)
    }
  }

  beforeAll(async () => {
    company = await begin('sample', locale)
    administrator = await company.colleague('deng.chao@hengyue.example', [{ role: 'securityAdministrator' }])
  })
  afterAll(() => company.stage.close())

  it('the ISMS manager declares where they may look, with the reason', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/live-checks`)
    await page.getByText(t.live.rangesNone).waitFor()
    expect(await page.getByText(t.live.notInstalled, { exact: true }).count()).toBeGreaterThanOrEqual(hasNmap ? 1 : 2)
    await picture(visit, '28-nothing')
    await looked(visit, 'live-checks', '28-nothing')
    await page.getByRole('button', { name: t.live.declare }).click()
    const form = dialog(page)
    await form.getByLabel(t.live.input).fill('192.0.2.7/24')
    await form.getByLabel(t.live.reason).fill(words.why)
    await form.getByRole('button', { name: t.live.save }).click()
    await form.getByRole('alert').waitFor()
    await picture(visit, '28-refused')
    await form.getByLabel(t.live.input).fill(`${own}\n${far}\n.hengyue.example`)
    await form.getByRole('button', { name: t.live.save }).click()
    await page.getByText('.hengyue.example', { exact: true }).waitFor()
    await form.waitFor({ state: 'hidden' })
    await picture(visit, '28-declared')
    expect(visit.complaints).toEqual([])
  })

  it('the security administrator sets up a check within, and none outside', async () => {
    const { visit, call } = administrator
    const { page } = visit
    const { fields, values, one } = t.nouns.liveCheck
    await visit.go(`/o/${company.org}/live-checks?open=new`)
    const form = dialog(page)
    await write(form, fields.name, words.name)
    await write(form, fields.targets, words.outside)
    await write(form, fields.ports, '22, 443')
    await choose(form, fields.depth, values.depth.ports)
    await choose(form, fields.schedule, t.live.schedule.weekly)
    await form.getByRole('button', { name: kit[locale].actions.create }).click()
    await form.getByRole('alert').filter({ hasText: words.outside }).waitFor()
    await picture(visit, '28-outside')
    await write(form, fields.targets, own)
    await form.getByRole('button', { name: kit[locale].actions.create }).click()
    await expect.poll(async () => (await call(live.list, {})).items.length, { timeout: 15_000 }).toBe(1)
    const { items: [made] } = await call(live.list, {})
    check = made!.id
    expect(made).toMatchObject({ name: words.name, depth: 'ports', nextDue: expect.any(String) })
    await visit.go(`/o/${company.org}/live-checks`)
    await page.getByText(words.name).first().waitFor()
    await picture(visit, '28-register')
    await looked(visit, 'live-checks', '28-register')
    expect(one).not.toBe('')
    expect(visit.complaints).toEqual([])
  })

  it('it runs, and says what came of it', async () => {
    const { visit, call } = administrator
    const { page } = visit
    await visit.go(`/o/${company.org}/live-checks/${check}`)
    await page.getByText(t.live.never).waitFor()
    await page.getByRole('button', { name: t.live.run }).click()
    await page.getByText(hasNmap ? t.live.done : fill(t.live.failed, { message: '' }).trim()).waitFor({ timeout: 60_000 })
    await picture(visit, hasNmap ? '28-ran' : '28-not-installed')
    await looked(visit, `live-checks/${check}`, '28-check')
    if (!hasNmap) return
    await page.getByRole('link', { name: t.live.report }).click()
    await page.waitForURL('**/vulnerability-scans/*')
    const { items: [report] } = await call(scan.list, {})
    await expect.poll(async () => (await call(scan.get, { id: report!.id })).state, { timeout: 30_000 }).toBe('done')
    await visit.go(`/o/${company.org}/vulnerability-scans/${report!.id}`)
    await picture(visit, '28-report')
    expect(await call(scan.get, { id: report!.id })).toMatchObject({ source: 'liveCheck', targets: own === '127.0.0.1' ? 0 : 1 })
  })

  it.skipIf(!hasNmap)('one that takes long tells how far it is and can be stopped', async () => {
    const { visit, call } = administrator
    const { page } = visit
    const { id } = await call(live.create, { name: words.long, program: 'nmap', state: 'paused', targets: far, depth: 'vulnerabilities', skipDiscovery: true, coverage: 'part' })
    await visit.go(`/o/${company.org}/live-checks/${id}`)
    await page.getByRole('button', { name: t.live.run }).click()
    await page.getByRole('progressbar').waitFor()
    await picture(visit, '28-running')
    await page.getByRole('button', { name: kit[locale].jobs.cancel }).click()
    await page.getByText(t.live.cancelled).waitFor({ timeout: 30_000 })
    await picture(visit, '28-stopped')
    expect(visit.complaints).toEqual([])
  })
})
