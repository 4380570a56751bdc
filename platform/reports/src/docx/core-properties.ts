import type { Report } from '../model/report.ts'
import { cleanLine } from '../text/clean.ts'
import { generatedTime } from '../text/facts.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

/**
 * The part docProps/core.xml (ECMA-376-2, 11). Written here because the docx library stamps its own clock into it
 * and leaves the language out.
 */
export function corePropertiesXml(report: Report): string {
  const author = escapeXml(cleanLine(report.organisation))
  const time = `${new Date(generatedTime(report)).toISOString().slice(0, 19)}Z`
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(cleanLine(report.title))}</dc:title>`,
    `<dc:subject>${escapeXml(cleanLine(report.subtitle ?? report.edition ?? report.title))}</dc:subject>`,
    `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy>`,
    `<dc:language>${report.locale === 'en' ? 'en-GB' : 'zh-CN'}</dc:language>`,
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  ].join('')
}
