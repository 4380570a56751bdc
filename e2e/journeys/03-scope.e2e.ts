import { messages as approvalTexts } from '@heng/approvals/locales'
import { messages } from '@heng/organisation/locales'
import { messages as kitTexts } from '@heng/web-kit/locales'
import { fill, type Locale } from '@heng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Company } from '../support/company.ts'
import { choose, dialog, tabTo, write } from '../support/form.ts'
import { downloaded, officeText, pdfFacts } from '../support/reports.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  'zh-CN': {
    unit: '制造部', external: '数据安全法规趋严', internal: '三十年的老设备仍在联网', climate: '机加车间位于内涝区，夏季限电。', party: '博远汽车', requirement: '图纸不得离开本厂网络',
    how: '专用终端查看，导出须审批', what: '集团数据中心', who: '集团信息部', excluded: '海外销售点', why: '由当地公司按自己的体系管理', business: '精密零件生产', system: 'MES 系统', reason: '场所登记将在下月完成',
  },
  en: {
    unit: 'Manufacturing', external: 'Stricter data security law', internal: 'Thirty-year-old machines are still networked', climate: 'The machining hall lies in a flood area; power is rationed in summer.', party: 'Boyuan Motors',
    requirement: 'Drawings do not leave the plant network', how: 'Dedicated terminals, export needs approval', what: 'Group data centre', who: 'Group IT', excluded: 'Sales offices abroad', why: 'Run by local companies under their own ISMS',
    business: 'Precision parts production', system: 'MES', reason: 'Sites will be registered next month',
  },
} as const

// Journey 3: issues with the climate decision → parties' requirements → scope → approval by top management → export.
describe.each<Locale>(walkedIn(3))('the scope in %s', (locale) => {
  let company: Company
  beforeAll(async () => {
    company = await begin('sample', locale)
  })
  afterAll(() => company.stage.close())
  const [t, names, kit, words] = [messages[locale].pages, messages[locale].nouns, kitTexts[locale], said[locale]]

  it('records the context: issues, the climate decision by keyboard alone, parties and what they require', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/context`)
    expect(await axeFindings(page)).toEqual([])
    for (const side of ['external', 'internal'] as const) {
      await page.getByRole('button', { name: side === 'external' ? t.context.addExternal : t.context.addInternal }).click()
      await write(dialog(page), names.contextIssue.fields.title, words[side])
      await choose(dialog(page), names.contextIssue.fields.category, names.contextIssue.values.category[side === 'external' ? 'legal' : 'technology'])
      if (side === 'external') expect(await axeFindings(page)).toEqual([])
      await dialog(page).getByRole('button', { name: kit.actions.create }).click()
      await page.getByText(words[side]).waitFor()
    }

    await tabTo(page, page.getByRole('button', { name: t.climate.decide }))
    await page.keyboard.press('Enter')
    await tabTo(page, dialog(page).getByRole('radio').first())
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type(words.climate)
    await tabTo(page, dialog(page).getByRole('button', { name: t.climate.save }))
    await visit.picture('03-climate')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(t.climate.relevant).waitFor()

    await page.getByRole('button', { name: t.context.addParty }).click()
    await write(dialog(page), names.interestedParty.fields.name, words.party)
    await choose(dialog(page), names.interestedParty.fields.kind, names.interestedParty.values.kind.customer)
    await dialog(page).getByRole('button', { name: kit.actions.create }).click()
    await page.getByRole('button', { name: fill(t.context.addRequirement, { party: words.party }) }).click()
    await write(dialog(page), names.partyRequirement.fields.requirement, words.requirement)
    await choose(dialog(page), names.partyRequirement.fields.source, names.partyRequirement.values.source.contract)
    await choose(dialog(page), names.partyRequirement.fields.addressed, names.partyRequirement.values.addressed.yes)
    await write(dialog(page), names.partyRequirement.fields.how, words.how)
    await dialog(page).getByRole('button', { name: kit.actions.create }).click()
    await page.getByText(words.requirement).waitFor()
    await page.getByText(t.findings.codes.requirementsMissing).waitFor({ state: 'detached' })
    await visit.picture('03-context')
    expect(await axeFindings(page)).toEqual([])
  })

  it('drafts the statement, says what is missing, and top management approves it', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/scope`)
    expect(await page.getByText(t.findings.codes.climateMissing).count()).toBe(0)
    await page.getByRole('button', { name: t.scope.first }).click()
    await page.getByText(t.findings.codes.statementMissing).first().waitFor()
    const editor = page.locator('form#scope')
    await editor.waitFor()
    await choose(editor, t.scope.fields.units, words.unit)
    await page.keyboard.press('Escape')
    await write(editor, t.scope.fields.businesses, words.business)
    await write(editor, t.scope.fields.systems, words.system)
    await editor.getByRole('button', { name: t.scope.fields.addInterface }).click()
    await write(editor.getByRole('group', { name: t.scope.fields.interfaces }), t.scope.fields.what, words.what)
    await write(editor.getByRole('group', { name: t.scope.fields.interfaces }), t.scope.fields.who, words.who)
    await editor.getByRole('button', { name: t.scope.fields.addExclusion }).click()
    await write(editor.getByRole('group', { name: t.scope.fields.exclusions }), t.scope.fields.excluded, words.excluded)
    await write(editor.getByRole('group', { name: t.scope.fields.exclusions }), t.scope.fields.justification, words.why)
    for (const button of await editor.getByRole('button', { name: t.scope.fields.propose }).all()) await button.click()
    // The preview is what will be approved, as it is typed.
    await page.locator('.or-paper').getByText(words.why).waitFor()
    await visit.picture('03-scope')
    expect(await axeFindings(page)).toEqual([])
    await editor.getByRole('button', { name: t.scope.submit }).click()
    // The context is complete by now, so nothing stops the submission and no reason is asked for.
    await dialog(page).getByText(t.scope.submitText).waitFor()
    expect(await dialog(page).getByText(t.scope.gapsText).count()).toBe(0)
    await write(dialog(page), t.scope.reason, words.reason)
    await visit.picture('03-submit')
    expect(await axeFindings(page)).toEqual([])
    await dialog(page).getByRole('button', { name: t.scope.submit }).click()
    await page.getByText(t.scope.inReview).waitFor()

    const boss = await company.colleague('zhou.qiming@hengyue.example', [{ role: 'topManagement' }], { narrow: true })
    await boss.visit.go(`/o/${company.org}/approvals`)
    await boss.visit.page.locator('.apr-line').getByRole('button').last().click()
    await boss.visit.settle()
    await boss.visit.page.getByText(words.why).first().waitFor()
    await boss.visit.picture('03-approval')
    expect(await axeFindings(boss.visit.page)).toEqual([])
    await boss.visit.page.getByRole('button', { name: approvalTexts[locale].pages.decide.approve }).click()
    await boss.visit.page.getByText(approvalTexts[locale].pages.decide.approved).waitFor()
    await boss.visit.go(`/o/${company.org}/scope`)
    await boss.visit.page.getByText(names.scope.values.state.approved).first().waitFor()
    await boss.visit.picture('03-scope')
    expect(await axeFindings(boss.visit.page)).toEqual([])
    expect(boss.visit.complaints).toEqual([])
  })

  it('exports what was approved, in both languages', async () => {
    const { visit } = company.manager
    const { page } = visit
    await visit.go(`/o/${company.org}/scope`)
    await page.locator('.or-facts code').waitFor()
    await visit.picture('03-approved')
    const file = async (format: 'pdf' | 'docx' | 'json', language: Locale) => {
      await page.getByRole('button', { name: t.scope.export }).click()
      return downloaded(page, page.getByRole('menuitem', { name: fill(t.scope.exportAs, { format: t.scope.formats[format], language: t.scope.languages[language] }) }))
    }
    const docx = await file('docx', locale)
    expect(docx.name).toMatch(/\.docx$/)
    for (const text of [words.business, words.what, words.why, words.climate]) expect(officeText(docx.bytes)).toContain(text)
    const pdf = pdfFacts((await file('pdf', 'zh-CN')).bytes)
    expect(pdf.pages).toBeGreaterThan(0)
    for (const character of words.why) if (character !== ' ') expect(pdf.characters).toContain(character)
    const json = JSON.parse((await file('json', 'en')).bytes.toString('utf8')) as unknown
    expect(JSON.stringify(json)).toContain(words.excluded)
    expect(visit.complaints).toEqual([])
  })
})
