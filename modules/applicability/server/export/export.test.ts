import { createHash } from 'node:crypto'
import { canonicalJson } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unzipTexts } from '@heng/reports/testing'
import { applicability } from '../../contract/index.ts'
import { decideAll, decideBy, linesOf, soaWorld, withDraft, type Draft } from '../test-world.fixture.ts'

let world: TestWorld
let draft: Draft
beforeAll(async () => {
  world = await soaWorld()
  draft = await withDraft(world)
  const [first, second] = await linesOf(draft.manager, draft.id)
  await draft.manager.call(applicability.soaLine.update, {
    id: first!.id,
    version: 1,
    values: { applicable: 'yes', reasons: ['law', 'contract'], description: '由信息安全委员会每年评审。', document: '信息安全方针 V2.0' },
  })
  await draft.manager.call(applicability.soaLine.update, {
    id: second!.id,
    version: 1,
    values: { applicable: 'no', justification: '=HYPERLINK("x") 不适用' },
  })
  await decideAll(draft.manager, draft.id)
  await decideBy(draft)
})
afterAll(() => world.close())

const get = async (format: string, locale: string, id = draft.id) => {
  const response = await world.composition.app.inject({
    method: 'GET',
    url: `/api/v1/orgs/${draft.org.slug}/soa/${id}/export?format=${format}&locale=${locale}`,
    headers: { cookie: draft.top.cookie },
  })
  return { status: response.statusCode, bytes: response.rawPayload, headers: response.headers }
}

describe.each(['en', 'zh-CN'] as const)('exports in %s', (locale) => {
  const heading = locale === 'en' ? 'Statement of applicability' : '适用性声明'
  const edition = locale === 'en' ? 'ISO/IEC 27001:2022 (GB/T 22080-2025)' : 'GB/T 22080-2025（ISO/IEC 27001:2022）'
  const title = locale === 'en' ? 'Policies for information security' : '信息安全策略'

  it('DOCX with every line, the edition in the header and the approval with its hash', async () => {
    const { bytes, headers } = await get('docx', locale)
    const parts = unzipTexts(bytes)
    const body = parts.get('word/document.xml')!
    const { contentHash } = await draft.top.call(applicability.soa.get, { id: draft.id })
    for (const text of [heading, title, 'A.8.34', '由信息安全委员会每年评审。', '王建国', contentHash!.slice(0, 16)])
      expect(body).toContain(text)
    expect(
      [...parts]
        .filter(([name]) => name.includes('header'))
        .map(([, text]) => text)
        .join(),
    ).toContain(edition)
    expect(headers['content-disposition']).toContain(encodeURIComponent(heading))
  })

  it('XLSX with a sheet per theme and one of what was left out, and no text that becomes a formula', async () => {
    const { bytes } = await get('xlsx', locale)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const cells = book.worksheets.flatMap((sheet) => (sheet.getSheetValues() as unknown[][]).flat()).filter((c) => c != null)
    expect(book.worksheets.length).toBe(6)
    expect(cells).toContain(title)
    expect(cells.filter((c) => typeof c === 'string' && /^A\.\d+\.\d+$/.test(c))).toHaveLength(93 + 1)
    expect(cells.some((c) => typeof c === 'string' && c.includes('=HYPERLINK("x") 不适用'))).toBe(true)
    expect(cells.some((c) => typeof c === 'object' && c !== null && 'formula' in c)).toBe(false)
  })

  it('PDF of several pages', async () => {
    const { bytes, headers } = await get('pdf', locale)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(30_000)
    expect(headers['content-type']).toBe('application/pdf')
  })

  it('JSON whose content hashes to what was approved, with the words of the language', async () => {
    const json = JSON.parse((await get('json', locale)).bytes.toString('utf8')) as {
      content: unknown
      contentHash: string
      words: { fields: { document: string } }
      approvals: { name: string }[]
    }
    expect(createHash('sha256').update(canonicalJson(json.content)).digest('hex')).toBe(json.contentHash)
    expect(json.words.fields.document).toBe(locale === 'en' ? 'Document' : '文件名称')
    expect(json.approvals.map((a) => a.name)).toEqual(['王建国'])
  })
})

describe('the export', () => {
  it('of an approved version never changes, that of a draft says what it is', async () => {
    const before = (await get('json', 'en')).bytes
    const next = await draft.manager.call(applicability.soa.newVersion, {})
    const [line] = await linesOf(draft.manager, next.id)
    await draft.manager.call(applicability.soaLine.update, { id: line!.id, version: 1, values: { document: 'Something else' } })
    expect((await get('json', 'en')).bytes.equals(before)).toBe(true)
    const pdf = await get('pdf', 'en')
    expect((await get('pdf', 'en')).bytes.equals(pdf.bytes)).toBe(true)
    const parts = unzipTexts((await get('docx', 'zh-CN', next.id)).bytes)
    expect(parts.get('word/document.xml')).toContain('本文件为草稿，未经批准，尚未生效。')
  })

  it('is refused to those who may not read it, and for unknown formats', async () => {
    expect((await get('odt', 'en')).status).toBe(400)
    const url = `/api/v1/orgs/${draft.org.slug}/soa/${draft.id}/export?format=json`
    const ask = async (cookie: string) => (await world.composition.app.inject({ method: 'GET', url, headers: { cookie } })).statusCode
    expect(await ask((await draft.org.actor()).cookie)).toBe(403)
    expect(await ask('')).toBe(401)
    const other = await world.organisation()
    expect(await ask((await other.actor(['ismsManager'])).cookie)).toBe(404)
  })
})
