import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleSoa } from '../testing/sample/soa.ts'
import { tortureReport } from '../testing/sample/torture.ts'
import { toPdf } from './to-pdf.ts'

const poppler = spawnSync('pdftotext', ['-v']).error === undefined
const needsPoppler = poppler ? '' : ' (skipped: pdftotext is not installed, apt-get install poppler-utils)'

function pdftotext(pdf: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'heng-report-'))
  try {
    writeFileSync(join(folder, 'report.pdf'), pdf)
    return execFileSync('pdftotext', [...options, join(folder, 'report.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The inflated streams of a PDF: pages, fonts, character maps. */
function streamsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1'),
  )
}

describe('toPdf', () => {
  it('gives the same bytes for the same report', async () => {
    const [first, second] = [await toPdf(sampleSoa('zh-CN', 20)), await toPdf(sampleSoa('zh-CN', 20))]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })

  it('embeds the Chinese glyphs and maps them back to characters', async () => {
    const pdf = await toPdf(sampleSoa('zh-CN', 5))
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/FontFile2 \d+ 0 R/)
    const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange'))
    expect(maps).toHaveLength(2)
    for (const character of '适用性声明未评估') {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0')
      expect(
        maps.some((map) => map.includes(`<${code}>`)),
        character,
      ).toBe(true)
    }
    // Two weights of 10 MB come down to the glyphs used.
    expect(pdf.length).toBeLessThan(200_000)
  })

  it('states title, author, language and the date of the report', async () => {
    const text = Buffer.from(await toPdf(sampleSoa('en', 1))).toString('latin1')
    expect(text).toContain('<rdf:li xml:lang="x-default">Statement of Applicability</rdf:li>')
    expect(text).toContain('<rdf:li>Hengyuan Precision Instruments Co., Ltd.</rdf:li>')
    expect(text).toContain('(D:20261122074300Z)')
    expect(text).toContain('/Lang (en-GB)')
  })

  it('keeps its metadata well-formed and plants no script, whatever the title', async () => {
    const text = Buffer.from(await toPdf(tortureReport())).toString('utf8')
    const xmp = text.slice(text.indexOf('<x:xmpmeta'), text.indexOf('</x:xmpmeta>'))
    expect(xmp).toContain('Torture ‹＆›')
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)|<[^a-z/?]/)
    expect(text).not.toContain('javascript:')
    expect(text).toContain('mailto:a@example.org')
  })

  it.skipIf(!poppler)(`prints every row, header and footer on each page${needsPoppler}`, async () => {
    const pages = pdftotext(await toPdf(sampleSoa('zh-CN')), '-layout')
      .split('\f')
      .slice(0, -1)
    expect(pages.length).toBeGreaterThan(8)
    pages.forEach((page, index) => {
      expect(page).toContain('适用性声明')
      expect(page).toContain('内部')
      expect(page).toContain('GB/T 22080-2025')
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
      expect(page).toContain('2026年11月22日 15:43')
      if (index >= 2) expect(page).toContain('选择或删减理由')
    })
    const references =
      pages
        .slice(2)
        .join('\n')
        .match(/^\s*A\.\d\.\d+\b/gm) ?? []
    expect(new Set(references.map((reference) => reference.trim())).size).toBe(93)
  })

  it.skipIf(!poppler)(`keeps hostile content inside the margins and whole${needsPoppler}`, async () => {
    const boxes = pdftotext(await toPdf(tortureReport()), '-bbox')
    let [width, height, words] = [0, 0, 0]
    for (const [, tag = '', a = '', b = '', c = '', d = ''] of boxes.matchAll(
      /<(page) width="([\d.]+)" height="([\d.]+)">|<word xMin="[\d.-]+" yMin="[\d.-]+" xMax="([\d.]+)" yMax="([\d.]+)"/g,
    )) {
      if (tag === 'page') [width, height] = [Number(a), Number(b)]
      else {
        words += 1
        expect(Number(c)).toBeLessThanOrEqual(width - 48 + 1)
        expect(Number(d)).toBeLessThanOrEqual(height - 20)
      }
    }
    expect(words).toBeGreaterThan(500)
    const text = boxes.replace(/<[^>]*>|\s/g, '')
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(32_000)
    expect(text.match(/某系统的访问权限/g)?.length ?? 0).toBeGreaterThan(0)
  })
})
