import { describe, expect, it } from 'vitest'
import { sampleSoa } from '../testing/sample/soa.ts'
import { tortureReport } from '../testing/sample/torture.ts'
import { unzipTexts } from '../testing/unzip.ts'
import { toDocx } from './to-docx.ts'

const part = (parts: Map<string, string>, name: string): string => parts.get(name) ?? `no part ${name}`
const textOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')

describe('toDocx', () => {
  it('writes headings, repeated table headers, sections and languages', async () => {
    const parts = unzipTexts(await toDocx(sampleSoa('zh-CN')))
    const document = part(parts, 'word/document.xml')
    expect(textOf(document)).toContain('适用性声明')
    expect(document).toContain('w:val="Heading1"')
    // Approvals and controls repeat their header; facts and the matrix have none.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(document.match(/w:orient="landscape"/g)).toHaveLength(1)
    expect(part(parts, 'word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/)
    expect(part(parts, 'word/styles.xml')).toContain('w:eastAsia="Microsoft YaHei"')
  })

  it('prints all rows, not assessed in words, and levels with fill and name', async () => {
    const document = part(unzipTexts(await toDocx(sampleSoa('en'))), 'word/document.xml')
    const text = textOf(document)
    const references = document.match(/<w:t(?: [^>]*)?>A\.\d\.\d+<\/w:t>/g) ?? []
    expect(new Set(references).size).toBe(93)
    expect(text).toContain('Not assessed')
    expect(document).toMatch(/w:fill="F2C497"(?:(?!<\/w:tc>).)*High/)
  })

  it('puts title, classification and editions into the header, version and page numbers into the footer', async () => {
    const parts = unzipTexts(await toDocx(sampleSoa('zh-CN', 3)))
    const header = textOf(part(parts, 'word/header1.xml'))
    for (const words of ['适用性声明', '内部', 'ISO/IEC 27001:2022 · GB/T 22080-2025']) expect(header).toContain(words)
    const footer = part(parts, 'word/footer1.xml')
    expect(textOf(footer)).toContain('版本：2.3')
    expect(footer).toContain('NUMPAGES')
  })

  it('takes title, author, language and date from the report, not from the clock', async () => {
    const core = part(unzipTexts(await toDocx(sampleSoa('en', 1))), 'docProps/core.xml')
    expect(core).toContain('<dc:title>Statement of Applicability</dc:title>')
    expect(core).toContain('<dc:creator>Hengyuan Precision Instruments Co., Ltd.</dc:creator>')
    expect(core).toContain('<dc:language>en-GB</dc:language>')
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T07:43:00Z</dcterms:created>')
  })

  it('survives hostile records: no controls, no unsafe links, escaped markup', async () => {
    const parts = unzipTexts(await toDocx(tortureReport()))
    const document = part(parts, 'word/document.xml')
    // oxlint-disable-next-line no-control-regex
    expect(document).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202E]/)
    expect(document).toContain('Torture &lt;&amp;&gt;')
    const relations = part(parts, 'word/_rels/document.xml.rels')
    expect(relations).not.toContain('javascript:')
    expect(relations).toContain('mailto:a@example.org')
  })
})
