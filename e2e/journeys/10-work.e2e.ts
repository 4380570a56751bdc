import { messages as homeWords } from '@heng/home/locales'
import { messages as recordWords } from '@heng/records/locales'
import { messages as soaWords } from '@heng/applicability/locales'
import { messages } from '@heng/work/locales'
import { fill, type Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Visit } from '../support/stage.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { task: 'Collect the list of administrator tokens', how: 'From the identity system, signed by the head of IT.', done: 'Collected and signed, 14 tokens.', file: 'Token list.txt' },
  'zh-CN': { task: '收集管理员令牌清单', how: '从身份管理系统导出，由信息技术部经理签字。', done: '已导出并签字，共 14 个令牌。', file: '令牌清单.txt' },
} as const

// Journey 10: a task about a control → My work → done with its evidence → home, record and giver know.
describe.each<Locale>(walkedIn(10))('work in %s', (locale) => {
  let company: Treated
  const words = said[locale]
  const t = messages[locale]
  beforeAll(async () => {
    company = await begin('treated', locale)
  })
  afterAll(() => company.stage.close())

  /** The number on a tile of the home page. */
  const tile = async (visit: Visit, label: string): Promise<number> => {
    await visit.go(`/o/${company.org}`)
    return Number(await visit.page.locator('.home-tile', { hasText: label }).locator('.home-tile-number').textContent())
  }

  it('is given about a record, done with its evidence, and changes what home shows', async () => {
    const { manager, riskOwner, org, control } = company
    const { visit } = manager
    const { page } = visit
    const overdue = homeWords[locale].tiles.tasksOverdue
    const before = await tile(visit, overdue)

    // The ISMS manager asks for something about a control, due yesterday: home says that work is late.
    await visit.go(`/o/${org}/controls/${control.id}`)
    await page.getByRole('tab', { name: t.inbox.tab, exact: true }).click()
    await page.getByRole('button', { name: t.inbox.newTask }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.actions.task).fill(words.task)
    await dialog.getByLabel(t.actions.assignee).click()
    await page.keyboard.type(locale === 'en' ? 'Han Lei' : '韩磊')
    await page.locator('.ant-select-item-option', { hasText: locale === 'en' ? 'Han Lei' : '韩磊' }).click()
    await dialog.getByLabel(t.actions.dueOn).fill('2026-01-31')
    await page.keyboard.press('Enter')
    await dialog.getByLabel(t.actions.instructions).fill(words.how)
    await visit.picture('10-task')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.actions.create }).click()
    await page.locator('.wk-about').getByRole('link', { name: words.task }).waitFor()
    await visit.picture('10-about')
    expect(await tile(visit, overdue)).toBe(before + 1)

    // It waits at the top of the other's work; done by keyboard alone, with the file that shows it.
    const his = riskOwner.visit
    await his.go(`/o/${org}/work`)
    await his.picture('10-work')
    expect(await axeFindings(his.page)).toEqual([])
    const link = his.page.locator('[data-work-link]').first()
    expect(await link.textContent()).toContain(words.task)
    await link.focus()
    await his.page.keyboard.press('c')
    await his.page.locator('[role="dialog"] textarea:focus').waitFor()
    await his.page.keyboard.type(words.done)
    await his.page.locator('input[type="file"]').setInputFiles({ name: words.file, mimeType: 'text/plain', buffer: Buffer.from('token 001: han.lei\n') })
    await his.page.getByRole('dialog').getByText(words.file).waitFor()
    await his.picture('10-complete')
    expect(await axeFindings(his.page)).toEqual([])
    await his.page.getByRole('dialog').getByRole('textbox').focus()
    await his.page.keyboard.press('Control+Enter')
    await his.page.getByText(fill(t.actions.completed, { title: words.task })).waitFor()
    await his.page.locator('[data-work-link]', { hasText: words.task }).waitFor({ state: 'detached' })

    // Home no longer counts it, and the evidence is found from the control that it was about.
    expect(await tile(visit, overdue)).toBe(before)
    await visit.go(`/o/${org}/controls/${control.id}`)
    await page.getByRole('tab', { name: soaWords[locale].page.trace.tab }).click()
    await page.getByRole('link', { name: words.file }).waitFor()
    await page.getByRole('tab', { name: t.inbox.tab, exact: true }).click()
    await page.getByText(words.done).waitFor()
    await page.locator('.wk-about').getByRole('link', { name: words.task }).click()
    await page.getByRole('heading', { name: words.task }).waitFor()
    await page.getByRole('tab', { name: recordWords[locale].pages.files.title }).click()
    await page.getByRole('link', { name: words.file }).waitFor()
    await visit.picture('10-done')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
    expect(his.complaints).toEqual([])
  })

  it('reminds: what a risk needs by a day stands in the work of whoever owns it, and leads there', async () => {
    const { riskOwner, org } = company
    const narrow = await riskOwner.visit.beside({ narrow: true, dark: true })
    await narrow.go(`/o/${org}/work`)
    await narrow.picture('10-work')
    expect(await axeFindings(narrow.page)).toEqual([])
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await narrow.page.locator('.wk-line', { hasText: company.risk.title }).locator('.wk-go').first().click()
    await narrow.page.getByRole('heading', { name: company.risk.title }).waitFor()
    await narrow.settle()
    expect(await axeFindings(narrow.page)).toEqual([])
    expect(narrow.complaints).toEqual([])
  })
})
