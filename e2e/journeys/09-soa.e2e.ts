import { createHash } from 'node:crypto'
import { messages as approvalWords } from '@heng/approvals/locales'
import { exportFormats } from '@heng/applicability/contract'
import { messages } from '@heng/applicability/locales'
import { risks } from '@heng/risks/contract'
import { canonicalJson } from '@heng/server-kit'
import { messages as kit } from '@heng/web-kit/locales'
import { controls } from '@heng/controls/contract'
import { fill, locales, type Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { downloaded, officeText, pdfFacts } from '../support/reports.ts'
import type { Treated } from '../support/treated.ts'

const said = {
  en: { law: 'Cybersecurity Law, Art. 23.', contract: 'Asked for by our main customers.', out: 'We have no sites that others may enter.', own: 'Annual safety day', how: 'Owners sign for their accounts each quarter.', send: 'First edition.', yes: 'Discussed at the management meeting.' },
  'zh-CN': { law: '《网络安全法》第二十三条。', contract: '主要客户合同要求。', out: '本组织没有对外开放的场所。', own: '年度安全日', how: '账号责任人每季度签字确认。', send: '首版。', yes: '已经管理会议讨论。' },
} as const

// Journey 9: prefilled → decide 93 and an own control → check → approve → export → edit → compare.
describe.each<Locale>(locales)('the statement of applicability in %s', (locale) => {
  let company: Treated
  beforeAll(async () => {
    company = await begin('treated', locale)
  })
  afterAll(() => company.stage.close())

  const { nouns, page: t } = messages[locale]
  const { yes, no } = nouns.soaLine.values.applicable
  const words = said[locale]

  it('leads from what the risks suggest to an approved version, its files, and the next version', async () => {
    const { manager, board, org } = company
    const { visit, call } = manager
    const { page } = visit
    const row = (ref: string) => page.locator('tr[data-line]', { has: page.getByText(ref, { exact: true }) })
    const decided = (count: number, all: number) => page.getByText(fill(t.progress.decided, { decided: count, all })).first().waitFor()
    const choose = async (name: string) => {
      await page.getByRole('button', { name: t.actions.more, exact: true }).click()
      await page.getByRole('menuitem', { name }).click()
    }

    // Begun, and filled in from what is there: 93 lines of Annex A and a control beyond it.
    await visit.go(`/o/${org}/soa`)
    await visit.picture('09-begin')
    await page.getByRole('button', { name: t.begin }).click()
    await decided(0, 93)
    await call(controls.control.create, { name: words.own, type: 'managerial', state: 'planned' })
    await choose(t.actions.prefill)
    await decided(0, 94)
    expect(await axeFindings(page)).toEqual([])

    // What confirmed risks suggest is taken over as a whole; before that a line already counts and names the risks it stems from.
    await page.locator('.hg-toolbar').getByText(t.filter.suggested, { exact: false }).click()
    await page.locator('tr[data-line] .sa-suggested').first().waitFor()
    expect(Number(await page.locator('tr[data-line] .sa-suggested').first().textContent())).toBeGreaterThan(0)
    await visit.picture('09-suggested')
    // A number is read as one word, wherever the sentence about it wraps.
    expect(await page.locator('.sa-hint .hg-whole').evaluateAll((all) => all.length > 0 && all.every((one) => one.getClientRects().length === 1))).toBe(true)
    await page.locator('tr[data-line] .sa-title').first().click()
    await page.getByRole('dialog').getByText(t.suggestions.heading).waitFor()
    await visit.picture('09-suggested-line')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.hg-toolbar').getByText(t.filter.all, { exact: false }).first().click()
    await page.getByRole('button', { name: t.suggestions.acceptAll.split('{')[0]! }).click()
    await page.getByText(/16/).first().waitFor()
    await row('A.8.5').getByRole('button', { name: nouns.soaLine.values.reasons.risk, pressed: true }).waitFor()
    await visit.picture('09-lines')

    // A whole step by keyboard: one line in with its reason in words, the next left out with its justification.
    await row('A.5.1').focus()
    await page.keyboard.press('y')
    await page.keyboard.press('l')
    await page.keyboard.press('j')
    await page.keyboard.type(words.law)
    await page.keyboard.press('Control+Enter')
    await row('A.5.1').getByText(words.law).waitFor()
    await page.keyboard.press('ArrowDown')
    await row('A.7.2').focus()
    await page.keyboard.press('n')
    await page.keyboard.type(words.out)
    await page.keyboard.press('Control+Enter')
    await row('A.7.2').getByText(words.out).waitFor()
    expect(await row('A.7.2').evaluate((line) => line === document.activeElement)).toBe(true)

    // By hand, in the line's own drawer: best practice alone is remarked on, how it is done is written down.
    await row('A.5.18').locator('.sa-title').click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: yes, exact: true }).click()
    await drawer.getByRole('button', { name: nouns.soaLine.values.reasons.bestPractice }).click()
    await drawer.getByText(t.table.onlyBestPractice).waitFor()
    await drawer.getByLabel(nouns.soaLine.fields.description).fill(words.how)
    await visit.picture('09-line')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await row('A.5.18').getByText(words.how).waitFor()

    // The rest together.
    await page.locator('.hg-toolbar').getByText(t.filter.undecided, { exact: false }).click()
    await page.getByLabel(t.bulk.chooseAll).check()
    await page.getByRole('button', { name: t.bulk.decide }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(nouns.soaLine.values.reasons.contract).check()
    await dialog.getByRole('textbox').fill(words.contract)
    await visit.picture('09-bulk')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.bulk.apply.replace('{count}', '').trim().split(' ')[0]! }).click()
    await decided(94, 94)
    await page.getByText(fill(t.filter.allDecided, { count: 94 })).waitFor()
    await page.locator('.hg-toolbar').getByText(t.filter.all, { exact: false }).first().click()
    expect(await page.locator('tr[data-line]').count()).toBe(94)

    // A risk that is to be reduced by nothing so far: nobody determined a control for it.
    const { items: [lacking] } = await call(risks.risk.list, { filter: { option: '-', status: 'open' }, limit: 1 })
    await call(risks.risk.update, { id: lacking!.id, version: lacking!.version, values: { option: 'reduce' } })

    // The check that nothing was omitted stays with the version.
    await page.getByRole('button', { name: t.actions.check }).click()
    await page.getByRole('button', { name: t.check.run }).click()
    await page.getByText(fill(t.check.by, { name: '林晓' })).waitFor()
    await page.locator('.sa-check').getByText(t.check.findings.onlyBestPractice).waitFor()
    await page.locator('.sa-check').getByText(t.check.findings.reduceWithoutMeasure).waitFor()
    const named = page.locator('.sa-check').getByRole('link', { name: lacking!.reference })
    expect(await named.getAttribute('href')).toBe(`/o/${org}/risks/${lacking!.id}`)
    await visit.picture('09-check')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')

    // Submitted by the ISMS manager, decided by top management in a window of its own.
    await page.getByRole('button', { name: t.actions.submit }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(words.send)
    await page.getByRole('dialog').getByRole('button', { name: t.actions.submit }).click()
    await page.getByText(fill(t.versionOf, { number: 1, state: nouns.soa.values.state.inReview })).waitFor()
    const a = approvalWords[locale].pages
    await board.visit.go(`/o/${org}/work`)
    await board.visit.page.locator('.wk-line', { hasText: messages[locale].soa.report.heading }).locator('.wk-go').click()
    await board.visit.page.getByRole('heading', { name: a.decide.title }).waitFor()
    await board.visit.settle()
    await board.visit.picture('09-approval')
    expect(await axeFindings(board.visit.page)).toEqual([])
    // Once to come to the decision, once more to take it.
    await board.visit.page.keyboard.press('Control+Enter')
    await board.visit.page.keyboard.type(words.yes)
    await board.visit.page.keyboard.press('Control+Enter')
    await board.visit.page.getByText(a.decide.approved, { exact: true }).first().waitFor()

    // In force, frozen, and handed out in both languages.
    await visit.go(`/o/${org}/soa`)
    await page.getByText(fill(t.versionOf, { number: 1, state: nouns.soa.values.state.approved })).waitFor()
    await visit.picture('09-approved')
    expect(await row('A.5.1').getByRole('button', { name: no, exact: true }).isDisabled()).toBe(true)
    for (const language of ['zh-CN', 'en'] as const) {
      const heading = messages[language].soa.report.heading
      const edition = language === 'en' ? 'ISO/IEC 27001:2022' : 'GB/T 22080-2025'
      for (const format of exportFormats) {
        await page.getByRole('button', { name: t.actions.export }).click()
        const { name, bytes } = await downloaded(page, page.locator(`a[href*="format=${format}&locale=${language}"]`))
        expect(name).toBe(`SOA-0001-v1-${heading}.${format}`)
        await page.keyboard.press('Escape')
        if (format === 'json') {
          const { content, contentHash, state } = JSON.parse(bytes.toString('utf8')) as { content: { lines: { rows: { ref: string }[] } }; contentHash: string; state: string }
          expect([content.lines.rows.length, state]).toEqual([94, 'approved'])
          expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(contentHash)
        } else if (format === 'pdf') {
          const { title, language: stated, pages, characters } = pdfFacts(bytes)
          expect([title, stated.slice(0, 2), pages > 5]).toEqual([heading, language.slice(0, 2), true])
          expect([...`${heading}${edition}${words.own}`].filter((c) => c !== ' ' && !characters.has(c))).toEqual([])
        } else {
          const text = officeText(bytes)
          for (const part of [heading, edition, 'A.5.1', 'A.8.34', words.law, words.out, words.own, '周启明'.slice(0, locale === 'en' ? 0 : 3)]) expect(text, `${format} ${language}`).toContain(part)
        }
      }
    }

    // The next version begins from it; what it says otherwise is named.
    await page.getByRole('button', { name: t.newVersion }).click()
    await page.getByText(fill(t.versionOf, { number: 2, state: nouns.soa.values.state.draft })).waitFor()
    await visit.settle()
    await row('A.7.2').focus()
    await page.keyboard.press('y')
    await row('A.7.2').getByRole('group', { name: nouns.soaLine.fields.reasons }).waitFor()
    await page.keyboard.press('c')
    await row('A.7.2').getByRole('button', { name: nouns.soaLine.values.reasons.contract, pressed: true }).waitFor()
    await visit.settle()
    await choose(t.actions.compare)
    await page.getByText(fill(t.compare.unchanged, { count: 93 })).waitFor()
    expect(await page.locator('.sa-changes article').count()).toBe(1)
    await page.locator('.sa-changes article').getByText('A.7.2').waitFor()
    await visit.picture('09-compare')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
    expect(board.visit.complaints).toEqual([])
  }, 300_000)

  it('is worked on and read in a narrow window, too', async () => {
    const { manager, org } = company
    const visit = await manager.visit.beside({ narrow: true })
    const { page } = visit
    await visit.go(`/o/${org}/soa`)
    await page.getByLabel(fill(t.bulk.choose, { ref: 'A.5.2' }), { exact: true }).check()
    await page.getByRole('button', { name: t.bulk.decide }).waitFor()
    await page.getByRole('button', { name: t.actions.submit }).getByText(t.actions.submit).waitFor()
    await page.getByRole('button', { name: t.actions.check }).getByText(t.actions.check).waitFor()
    await visit.picture('09-lines')
    // What is chosen lies over whatever happens to be at the foot of the window; alone, no line is half covered.
    await page.getByRole('region', { name: fill(t.bulk.selected, { count: 1 }) }).getByRole('button', { name: kit[locale].register.unselect }).click()
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.locator('.sa-card .sa-title').first().click()
    await page.getByRole('dialog').waitFor()
    await visit.settle()
    await visit.picture('09-line')
    expect(await axeFindings(page)).toEqual([])
    await visit.go(`/o/${org}/soa-compare`)
    await page.getByText(fill(t.compare.unchanged, { count: 93 })).waitFor()
    await visit.picture('09-compare')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})
