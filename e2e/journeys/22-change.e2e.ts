import { messages as approvalWords } from '@heng/approvals/locales'
import { changes } from '@heng/changes/contract'
import { messages } from '@heng/changes/locales'
import { fill, type Locale } from '@heng/contract'
import { controls } from '@heng/controls/contract'
import { messages as controlWords } from '@heng/controls/locales'
import { risks } from '@heng/risks/contract'
import { messages as kit } from '@heng/web-kit/locales'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { finished } from '../support/company.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { title: 'Replace the sign-in of administrators', purpose: 'The hardware tokens are no longer made.', why: 'Tokens are gone, the new service is not in place.', fresh: 'Sign-in by passkey', yes: 'Agreed, with care.', back: 'The supplier delivers again.' },
  'zh-CN': { title: '更换管理员登录方式', purpose: '硬件令牌已停产。', why: '令牌停用，新服务尚未上线。', fresh: '通行密钥登录', yes: '同意，注意过渡期。', back: '供应商恢复供货。' },
} as const

const pick = async (page: Page, option: string): Promise<void> => {
  await page.locator('.ant-select-item-option').filter({ visible: true }).filter({ hasText: option }).first().click()
}

// Journey 13: a control and a risk edited in one set → its effect beside today → approved → applied → a later conflict → taken back.
describe.each<Locale>(walkedIn(22))('a planned change in %s', (locale) => {
  let company: Treated
  beforeAll(async () => {
    company = await begin('treated', locale)
  })
  afterAll(() => company.stage.close())

  const { nouns, page: t } = messages[locale]
  const words = said[locale]
  const states = controlWords[locale].nouns.control.values.state
  const action = (page: Page, name: string) => page.locator('.hg-record-actions').getByRole('button', { name: new RegExp(`${name}$`) })
  const tab = async (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

  it('is drafted from the pages of its records, and shows what it comes to', async () => {
    const { manager, org, control, risk } = company
    const { visit, call } = manager
    const { page } = visit
    await visit.go(`/o/${org}/controls/${control.id}?tab=planned-changes`)
    await page.getByText(t.planned.none).waitFor()
    await page.getByRole('button', { name: t.planned.edit }).click()
    await page.getByRole('dialog').getByLabel(t.planned.name).fill(words.title)
    await page.getByRole('dialog').getByRole('button', { name: t.planned.go }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: t.editor.save }).waitFor()
    await drawer.getByRole('combobox', { name: new RegExp(`^${controlWords[locale].nouns.control.fields.state}`) }).click()
    await pick(page, states.notWorking)
    await drawer.getByRole('button', { name: t.editor.save }).click()
    await page.getByText(states.notWorking).first().waitFor()
    await visit.settle()
    await visit.picture('22-planned')
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('link', { name: words.title }).click()
    await page.getByRole('button', { name: t.items.add }).click()
    const asked = page.getByRole('dialog')
    await asked.getByRole('combobox', { name: t.add.record }).fill(risk.reference)
    await pick(page, risk.title.slice(0, 12))
    await asked.getByRole('button', { name: t.add.next }).click()
    await drawer.getByText(t.editor.current, { exact: true }).click()
    for (const n of [0, 1, 2]) await drawer.locator('.rk-factor').nth(n).getByRole('radio').nth(4).check()
    await drawer.getByLabel(t.editor.rationale).fill(words.why)
    await visit.picture('22-rating')
    expect(await axeFindings(page)).toEqual([])
    await drawer.getByRole('button', { name: t.editor.save }).click()
    await page.getByText(fill(t.items.count, { count: 2 })).waitFor()

    await page.getByRole('button', { name: t.items.add }).click()
    await asked.getByRole('combobox', { name: t.add.register }).fill(controlWords[locale].nouns.control.many)
    await pick(page, controlWords[locale].nouns.control.many)
    await asked.getByRole('radio', { name: t.add.create }).check()
    await asked.getByRole('button', { name: t.add.next }).click()
    await drawer.getByRole('textbox', { name: new RegExp(`^${controlWords[locale].nouns.control.fields.name}`) }).fill(words.fresh)
    await drawer.getByRole('combobox', { name: new RegExp(`^${controlWords[locale].nouns.control.fields.state}`) }).click()
    await pick(page, states.planned)
    await drawer.getByRole('button', { name: t.editor.save }).click()
    await page.getByText(fill(t.items.count, { count: 3 })).waitFor()
    await visit.settle()
    await visit.picture('22-items')
    expect(await axeFindings(page)).toEqual([])

    await tab(page, t.effect.tab)
    await page.getByText(t.effect.none).waitFor()
    await visit.picture('22-no-effect')
    await page.getByRole('button', { name: t.effect.run }).click()
    await page.getByRole('heading', { name: t.effect.maps }).waitFor()
    await visit.settle()
    await visit.picture('22-effect')
    expect(await axeFindings(page)).toEqual([])
    await page.locator('.ch-risks').scrollIntoViewIfNeeded()
    await visit.picture('22-effect-risks')
    await page.locator('.ch-records').first().scrollIntoViewIfNeeded()
    await visit.picture('22-effect-records')
    // Nothing of it is so.
    expect((await call(controls.control.get, { id: control.id })).state).toBe('implemented')
    expect((await call(controls.control.list, {})).items.some((c) => c.name === words.fresh)).toBe(false)
    const id = page.url().split('/').at(-1)!.split('?')[0]!
    for (const look of [{ narrow: true }, { dark: true }]) {
      const other = await visit.beside(look)
      await other.go(`/o/${org}/change-sets/${id}?tab=change-effect`)
      await other.page.getByRole('heading', { name: t.effect.maps }).waitFor()
      await other.picture('22-effect')
      expect(await axeFindings(other.page)).toEqual([])
      await other.go(`/o/${org}/change-sets/${id}`)
      await other.page.getByText(fill(t.items.count, { count: 3 })).waitFor()
      await other.picture('22-items')
      await other.page.close()
    }
    expect(visit.complaints).toEqual([])
  })

  it('is submitted with its purpose, approved as it was seen, and applied at once', async () => {
    const { manager, board, org, control, risk } = company
    const { visit, call } = manager
    const { page } = visit
    await action(page, kit[locale].actions.edit).click()
    await page.getByRole('textbox', { name: new RegExp(`^${nouns.changeSet.fields.purpose}`) }).fill(words.purpose)
    await page.getByRole('button', { name: kit[locale].actions.save, exact: true }).click()
    await action(page, t.submit.action).click()
    await page.getByRole('dialog').getByRole('button', { name: t.submit.action }).click()
    await page.getByText(t.submit.done).waitFor()

    const a = approvalWords[locale].pages
    await board.visit.go(`/o/${org}/work`)
    await board.visit.page.locator('.wk-line', { hasText: words.title }).locator('.wk-go').click()
    await board.visit.page.getByRole('heading', { name: a.decide.title }).waitFor()
    await board.visit.settle()
    await board.visit.picture('22-approval')
    expect(await axeFindings(board.visit.page)).toEqual([])
    await board.visit.page.keyboard.press('Control+Enter')
    await board.visit.page.keyboard.type(words.yes)
    await board.visit.page.keyboard.press('Control+Enter')
    await board.visit.page.getByText(a.decide.approved, { exact: true }).first().waitFor()
    await expect.poll(async () => (await call(changes.changeSet.list, {})).items[0]!.state, { timeout: 15_000 }).toBe('approved')
    expect(board.visit.complaints).toEqual([])

    await page.reload()
    await visit.settle()
    await action(page, t.apply.action).click()
    await visit.picture('22-apply')
    await page.getByRole('dialog').getByRole('button', { name: t.apply.action }).click()
    await page.getByText(t.apply.done, { exact: true }).first().waitFor()
    await visit.settle()
    expect((await call(controls.control.get, { id: control.id })).state).toBe('notWorking')
    expect((await call(risks.risk.get, { id: risk.id })).currentLevel).toBe(5)
    await visit.picture('22-applied')
    expect(visit.complaints).toEqual([])
  })

  it('is taken back by a set of its own, that shows what others changed since', async () => {
    const { manager, control } = company
    const { visit, call } = manager
    const { page } = visit
    const { version } = await call(controls.control.get, { id: control.id })
    await call(controls.control.update, { id: control.id, version, values: { state: 'retired' } })
    await action(page, t.revert.action).click()
    await page.getByRole('dialog').getByRole('textbox').fill(words.back)
    await page.getByRole('dialog').getByRole('button', { name: t.revert.action }).click()
    await page.getByText(fill(t.conflict.banner, { count: 1 })).waitFor()
    await visit.settle()
    await visit.picture('22-conflict')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: t.items.settle }).click()
    await visit.picture('22-settle')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: t.conflict.settle, exact: true }).click()
    await page.getByText(t.conflict.settled).waitFor()
    await expect.poll(() => page.getByText(fill(t.conflict.banner, { count: 1 })).count()).toBe(0)
    await tab(page, t.effect.tab)
    await page.getByRole('button', { name: t.effect.run }).click()
    await page.getByRole('heading', { name: t.effect.maps }).waitFor()
    await tab(page, kit[locale].record.details)
    const id = page.url().split('/').at(-1)!.split('?')[0]!
    await action(page, t.submit.action).click()
    await page.getByRole('dialog').getByRole('button', { name: t.submit.action }).click()
    await page.getByText(t.submit.done).waitFor()
    await approve(company.board.call, 'changeSet', id, words.yes)
    const ready = await call(changes.changeSet.get, { id })
    await finished(call, (await call(changes.changeSet.apply, { id, version: ready.version })).jobId)
    expect((await call(controls.control.get, { id: control.id })).state).toBe('implemented')
    await visit.go(page.url())
    await visit.settle()
    await visit.picture('22-reverted')
    await visit.go(`/o/${company.org}/change-sets`)
    await visit.picture('22-register')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})
