import { messages as soaWords } from '@heng/applicability/locales'
import { messages as approvalWords } from '@heng/approvals/locales'
import { controls } from '@heng/controls/contract'
import { directory } from '@heng/directory/contract'
import { messages as kitWords } from '@heng/web-kit/locales'
import { messages as recordWords } from '@heng/records/locales'
import { messages as riskWords } from '@heng/risks/locales'
import { messages as workWords } from '@heng/work/locales'
import type { Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attach } from '../support/attach.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { caller } from '../support/caller.ts'
import { putInForce } from '../support/inForce.ts'
import { invite, type Joined } from '../support/invite.ts'
import { downloaded } from '../support/reports.ts'
import type { Visit } from '../support/stage.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 11: a timed account → from a control to risk, approval, evidence and history in three clicks; reads everything, writes nothing; ends on its day.
describe.each<Locale>(walkedIn(11))('the external auditor in %s', (locale) => {
  let company: Treated
  let auditor: Joined
  const evidence = locale === 'en' ? 'Token list 2026.txt' : '2026 年令牌清单.txt'
  const [t, a, w] = [soaWords[locale].page.trace, approvalWords[locale].pages, kitWords[locale]]

  beforeAll(async () => {
    company = await begin('treated', locale)
    await putInForce(company)
    await attach(company.riskOwner.visit, company.org, 'control', company.control.id, evidence, 'token 001: han.lei\n')
    auditor = await invite(company.stage, company.manager.visit, company.org, {
      name: locale === 'en' ? 'Grace Okoye' : '顾明', email: 'audit@cert.example', roles: [{ role: 'externalAuditor', validUntil: '2099-12-31' }],
    })
  })
  afterAll(() => company.stage.close())

  const section = (visit: Visit, title: string) => visit.page.locator('.sa-trace section', { has: visit.page.getByRole('heading', { name: new RegExp(`^${title} \\d`) }) })
  /** The control's page with its chain open: the first click. */
  const chain = async (visit: Visit) => {
    await visit.go(`/o/${company.org}/controls/${company.control.id}`)
    await visit.page.getByRole('tab', { name: t.tab }).click()
    await section(visit, t.risks).waitFor()
    await visit.settle()
  }

  it('comes from a control to its risk, decisions, evidence and history in three clicks', async () => {
    const { visit } = auditor
    const { page } = visit
    await visit.go(`/o/${company.org}`)
    await visit.picture('11-home')
    expect(await axeFindings(page)).toEqual([])
    await chain(visit)
    await visit.picture('11-trace')
    expect(await axeFindings(page)).toEqual([])

    // The second click leads to the risk; its own chain leads back.
    await section(visit, t.risks).getByRole('link', { name: company.risk.title }).click()
    await page.waitForURL(`**/risks/${company.risk.id}`)
    await page.getByRole('heading', { name: company.risk.title }).waitFor()

    // To the plan as its owner approved it, with its hash.
    await chain(visit)
    await section(visit, t.decisions).getByRole('link', { name: /AP-0002/ }).click()
    await page.getByText(a.snapshot.hash).waitFor()
    await page.getByText(a.snapshot.intact).waitFor()
    await visit.settle()
    await visit.picture('11-approval')
    expect(await axeFindings(page)).toEqual([])
    await chain(visit)
    expect(await section(visit, t.decisions).locator('li').count()).toBe(3)
    await section(visit, t.decisions).getByText(riskWords[locale].nouns.riskAcceptance.values.state.accepted, { exact: true }).waitFor()

    // To the evidence itself.
    const { name, bytes } = await downloaded(page, section(visit, t.files).getByRole('link', { name: evidence }))
    expect([name, bytes.toString('utf8')]).toEqual([evidence, 'token 001: han.lei\n'])

    // To the line of the statement in force.
    await section(visit, t.lines).getByRole('link').first().click()
    await page.waitForURL(/\/soa\/[0-9a-f-]+\?open=/)
    await page.getByRole('dialog').getByText(soaWords[locale].page.line.frozen).waitFor()

    // By keyboard alone: to the history of the control with every change.
    await visit.go(`/o/${company.org}/controls/${company.control.id}`)
    await page.getByRole('tab').first().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.locator('.rec-entry').first().waitFor()
    expect(await page.locator('.rec-entry').count()).toBe(2)
    await visit.picture('11-history')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })

  it('reads, and writes nothing', async () => {
    const { visit } = auditor
    const { page } = visit
    await visit.go(`/o/${company.org}/controls/${company.control.id}`)
    expect(await page.getByRole('button', { name: w.actions.edit, exact: true }).count()).toBe(0)
    await page.getByRole('tab', { name: recordWords[locale].pages.files.title }).click()
    await page.getByRole('link', { name: evidence }).waitFor()
    expect(await page.locator('input[type="file"]').count()).toBe(0)
    await page.getByRole('tab', { name: workWords[locale].inbox.tab, exact: true }).click()
    expect(await page.getByRole('button', { name: workWords[locale].inbox.newTask }).count()).toBe(0)
    await visit.go(`/o/${company.org}/soa`)
    expect(await page.locator('tr[data-line] button[aria-pressed]:not([disabled])').count()).toBe(0)
    expect(await page.getByRole('button', { name: soaWords[locale].page.newVersion }).count()).toBe(0)
    const call = caller(visit, company.org)
    const { version } = await call(controls.control.get, { id: company.control.id })
    await expect(call(controls.control.update, { id: company.control.id, version, values: { state: 'retired' } })).rejects.toThrow('403')
    await expect(call(controls.control.create, { name: 'x', state: 'planned' })).rejects.toThrow('403')
    await expect(attach(visit, company.org, 'control', company.control.id, 'mine.txt', 'x')).rejects.toThrow('403')
  })

  it('reads it in a narrow window, too', async () => {
    const visit = await auditor.visit.beside({ narrow: true })
    await chain(visit)
    await visit.picture('11-trace')
    expect(await axeFindings(visit.page)).toEqual([])
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(visit.complaints).toEqual([])
  })

  it('ends on its day, at the next click', async () => {
    const { visit, personId } = auditor
    const { page } = visit
    const { items } = await company.manager.call(directory.roleAssignment.list, { filter: { person: personId } })
    await company.manager.call(directory.roleAssignment.update, { id: items[0]!.id, version: items[0]!.version, values: { validUntil: '2020-01-31' } })
    await expect(caller(visit, company.org)(controls.control.get, { id: company.control.id })).rejects.toThrow(/40[34]/)
    await visit.go(`/o/${company.org}/controls/${company.control.id}`)
    expect(await page.getByText(company.control.name).count()).toBe(0)
    await visit.picture('11-ended')
    expect(await axeFindings(page)).toEqual([])
  })
})
