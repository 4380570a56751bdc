import { messages as approvalWords } from '@heng/approvals/locales'
import { fill, type Locale } from '@heng/contract'
import { risks } from '@heng/risks/contract'
import { messages } from '@heng/risks/locales'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { caller } from '../support/caller.ts'
import type { Company } from '../support/company.ts'
import type { Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { name: 'Risk criteria of the group', meaning: 'Once a year or more often, or seen at a competitor.', yes: 'Agreed at the management meeting.' },
  'zh-CN': { name: '集团风险准则', meaning: '每年一次以上，或同行已发生。', yes: '管理会议同意。' },
} as const

// Journey 4: scales → acceptance levels → top management, another account, approves → frozen.
describe.each<Locale>(walkedIn(4))('risk criteria in %s', (locale) => {
  let company: Company
  let manager: Visit
  let board: Visit
  let org: string
  beforeAll(async () => {
    company = await begin('sample', locale)
    manager = company.manager.visit
    org = company.org
    board = (await company.colleague('zhou.qiming@hengyue.example', [{ role: 'topManagement' }])).visit
  })
  afterAll(() => company.stage.close())

  const { nouns, pages } = messages[locale]
  const t = pages.criteria
  const words = said[locale]

  it('are drafted, fitted, approved by top management and frozen', async () => {
    const { page } = manager
    const call = caller(manager, org)
    const section = (name: string) => page.getByRole('region', { name })

    // A draft, by keyboard alone: everything comes filled in, and the name is ours.
    await manager.go(`/o/${org}/risk-criteria`)
    await page.getByRole('button', { name: fill(kit[locale].actions.newOf, { noun: nouns.riskCriteria.one }) }).first().focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel(nouns.riskCriteria.fields.name).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(words.name)
    await page.keyboard.press('Control+Enter')
    await page.getByText(t.draftText).waitFor()
    const { items } = await call(risks.riskCriteria.list, {})
    const { id } = items[0]!
    expect(items[0]).toMatchObject({ name: words.name, state: 'draft', method: 'gbt20984-2022@1.0.0' })
    await manager.go(`/o/${org}/risk-criteria/${id}`)
    await manager.picture('04-draft')
    expect(await axeFindings(page)).toEqual([])

    // What a step means, in the organisation's words.
    const scales = section(t.scales)
    await scales.getByRole('button', { name: t.edit }).click()
    const language = locale === 'en' ? t.inEnglish : t.inChinese
    const box = scales.getByLabel(new RegExp(`4 ${language}$`)).nth(1)
    await box.fill(words.meaning)
    await scales.getByRole('button', { name: t.save }).click()
    await scales.getByRole('cell', { name: words.meaning }).waitFor()

    // Who may accept what: a higher level that is looked at more rarely than the one below it is refused, and nothing is lost.
    const rules = section(t.acceptance)
    await rules.getByRole('button', { name: t.edit }).click()
    const review = rules.getByLabel(`${t.review} 5`)
    await review.fill('60')
    await rules.getByRole('button', { name: t.save }).click()
    await rules.getByRole('alert').getByText(fill(messages[locale].errors['risks.reviewRarer'], { level: 5, months: 60, below: 4, belowMonths: 6 })).waitFor()
    expect(await review.getAttribute('aria-invalid')).toBe('true')
    expect(await axeFindings(page)).toEqual([])
    await manager.picture('04-refused')
    expect(await review.inputValue()).toBe('60')
    await review.fill('1')
    await rules.getByRole('button', { name: t.save }).click()
    await rules.getByRole('cell', { name: t.month, exact: true }).waitFor()

    // A table that contradicts itself is said at once.
    const method = section(t.method)
    await method.getByRole('button', { name: t.edit }).click()
    await method.getByText(t.lintNone).waitFor()
    const cell = method.locator('table').nth(2).getByRole('spinbutton').last()
    await cell.fill('1')
    await method.getByText(t.contradicts).waitFor()
    await manager.picture('04-lint')
    await cell.fill('5')
    await method.getByText(t.lintNone).waitFor()
    await method.getByRole('button', { name: t.cancel }).click()

    // Submitted: nothing can be edited while it is in review.
    await page.getByRole('button', { name: new RegExp(`${t.submit}$`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.submit }).click()
    await page.getByText(t.inReviewText).waitFor()
    expect(await page.getByRole('tabpanel').getByRole('button', { name: t.edit }).count()).toBe(0)

    // Top management reads what was put before it and approves.
    const w = approvalWords[locale].pages
    await board.go(`/o/${org}/approvals`)
    await board.page.getByRole('button', { name: new RegExp(`^${w.review}`) }).first().click()
    await board.page.getByText(words.meaning).first().waitFor()
    await board.settle()
    await board.picture('04-approval')
    expect(await axeFindings(board.page)).toEqual([])
    await board.page.getByLabel(w.decide.comment, { exact: true }).fill(words.yes)
    await board.page.keyboard.press('Control+Enter')
    await board.page.getByText(w.empty.toDecide).waitFor()

    // In force and frozen, with the hash of exactly what was approved.
    await manager.go(`/o/${org}/risk-criteria/${id}`)
    const row = await call(risks.riskCriteria.get, { id })
    expect(row.state).toBe('approved')
    expect(row.frozenHash).toMatch(/^[0-9a-f]{64}$/)
    await page.getByTitle(String(row.frozenHash)).waitFor()
    await expect(call(risks.riskCriteria.update, { id, version: row.version, values: { name: 'x' } })).rejects.toThrow('risks.criteriaFrozen')
    expect((await call(risks.riskCriteria.inForce, {})).provisional).toBe(false)
    await manager.picture('04-frozen')
    expect(await axeFindings(page)).toEqual([])
    expect(manager.complaints).toEqual([])
    expect(board.complaints).toEqual([])
  })

  it('read on a phone, and a new version takes over what is in force', async () => {
    const call = caller(manager, org)
    const draft = await call(risks.riskCriteria.propose, {})
    expect(draft.scales).toEqual((await call(risks.riskCriteria.inForce, {})).criteria!.scales)
    const phone = await manager.beside({ narrow: true })
    await phone.go(`/o/${org}/risk-criteria/${draft.id}`)
    await phone.page.getByText(words.meaning).first().waitFor()
    await phone.picture('04-draft')
    expect(await axeFindings(phone.page)).toEqual([])
    expect(phone.complaints).toEqual([])
  })
})
