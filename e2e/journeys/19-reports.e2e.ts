import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fill, type Locale } from '@heng/contract'
import { messages } from '@heng/reporting/locales'
import { reporting } from '@heng/reporting/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { downloaded, officeText, pdfFacts } from '../support/reports.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 19: look at the report to the board → generate it → take it as PDF, Word and JSON → what auditors get.
describe.each<Locale>(walkedIn(19))('reports in %s', (locale) => {
  let company: Treated
  beforeAll(async () => {
    company = await begin('treated', locale)
  })
  afterAll(() => company.stage.close())

  const { page: t, board, audit } = messages[locale]

  it('are seen, generated and kept word for word', async () => {
    const { org, risk, manager: { visit, call } } = company
    const { page } = visit
    await visit.go(`/o/${org}/reports`)
    await page.getByRole('heading', { name: board.title }).waitFor()
    await page.getByText(risk.reference).first().waitFor()
    await visit.picture('19-board')
    expect(await axeFindings(page)).toEqual([])

    await page.getByLabel(t.message).fill(locale === 'en' ? 'Two-factor sign-in is the measure of the year.' : '本年度重点为双因素登录。')
    await page.getByRole('button', { name: t.generate }).click()
    const title = 'RP-0001'
    const link = (format: 'pdf' | 'docx' | 'json') => page.getByRole('status').getByRole('link', { name: fill(t.downloadAs, { title, format: t.formats[format] }) })
    await link('pdf').waitFor()
    await visit.picture('19-generated')
    const pdf = await downloaded(page, link('pdf'))
    expect(pdfFacts(pdf.bytes)).toMatchObject({ title: board.title.replace(/[&<>]/g, ''), pages: 2 })
    writeFileSync(`e2e/pictures/19-board-${locale}.pdf`, pdf.bytes)
    spawnSync('pdftoppm', ['-r', '80', '-png', `e2e/pictures/19-board-${locale}.pdf`, `e2e/pictures/19-board-${locale}`])
    expect(officeText((await downloaded(page, link('docx'))).bytes)).toContain(risk.reference)
    const json = await downloaded(page, link('json'))
    const { items } = await call(reporting.report.list, {})
    expect((await call(reporting.report.get, { id: items[0]!.id })).sha256).toBe(createHash('sha256').update(json.bytes).digest('hex'))

    await page.getByRole('status').getByRole('link', { name: t.open }).click()
    await page.getByRole('button', { name: t.download }).waitFor()
    await visit.picture('19-record')
    expect(await axeFindings(page)).toEqual([])
  })

  it('show auditors everything, from its first rows on', async () => {
    const { org, manager: { visit } } = company
    const { page } = visit
    await visit.go(`/o/${org}/reports`)
    await page.getByText(t.kinds.audit.title, { exact: true }).click()
    await page.getByRole('heading', { name: audit.title }).waitFor()
    await page.getByRole('heading', { name: audit.annex.heading }).waitFor()
    await visit.settle()
    await visit.picture('19-audit')
    expect(await axeFindings(page)).toEqual([])
    for (const look of [{ narrow: true }, { dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${org}/reports?kind=board`)
      await beside.page.getByRole('heading', { name: board.title }).waitFor()
      await beside.picture('19-board')
    }
  })
})
