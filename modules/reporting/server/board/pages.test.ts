import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { locales } from '@heng/contract'
import { toPdf } from '@heng/reports'
import { describe, expect, it } from 'vitest'
import { largeMaterial, longestWords } from '../testing/material.ts'
import { boardReport } from './report.ts'

/** Pages of a PDF: its page objects, not the tree that holds them. */
export const pagesOf = (pdf: Uint8Array): number => Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

const at = new Date('2026-11-23T08:00:00Z')

describe.each(locales)('the report to the board in %s', (language) => {
  const place = { organisation: language === 'en' ? 'Hengyuan Precision Instruments and Industrial Automation Group Co., Ltd.' : '恒远精密仪器与工业自动化集团股份有限公司', timezone: 'Asia/Shanghai', at }

  it('keeps to two pages however large the organisation is and however long the words are', async () => {
    const report = boardReport(largeMaterial(language), { kind: 'board', from: '2026-07-01', to: '2026-09-30', language, ...longestWords(language) }, place)
    const pdf = await toPdf(report)
    expect(pagesOf(pdf)).toBe(2)
    const folder = process.env.HENG_REPORT_PICTURES
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${folder}/large-${language}.pdf`, pdf)
      spawnSync('pdftoppm', ['-r', '90', '-png', `${folder}/large-${language}.pdf`, `${folder}/large-${language}`])
    }
  })

  it('holds no placeholder that was not filled, and no word of the other language', () => {
    const text = JSON.stringify(boardReport(largeMaterial(language), { kind: 'board', from: '2026-07-01', to: '2026-09-30', language }, { ...place, organisation: 'X' }).sections)
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    if (language === 'en') expect(text).not.toMatch(/\p{Script=Han}/u)
  })
})
