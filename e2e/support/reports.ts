import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { unzipTexts } from '@heng/reports/testing'
import type { Download, Locator, Page } from 'playwright-core'

/** Presses what starts a download; answers with the name that the browser would save it under and the bytes. */
export const downloaded = async (page: Page, press: Locator): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }) as Promise<Download>, press.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** What stands in an Office file (DOCX, XLSX), headers and footers included, without its mark-up. */
export const officeText = (bytes: Buffer): string =>
  [...unzipTexts(bytes)].filter(([name]) => name.endsWith('.xml')).map(([, xml]) => xml.replaceAll(/<[^>]+>/g, ' ')).join('\n')

/** Title and language that a PDF made by us states, how many pages it has, and every character that its embedded fonts can print. */
export const pdfFacts = (bytes: Buffer): { title: string; language: string; pages: number; characters: Set<string> } => {
  const text = bytes.toString('latin1')
  const maps = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, raw]) => inflated(raw!)).filter((stream) => stream.includes('beginbfrange'))
  const codes = maps.flatMap((map) => [...map.matchAll(/<([0-9a-f]{4})>/gi)].map(([, code]) => String.fromCharCode(parseInt(code!, 16))))
  return {
    title: /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)/.exec(bytes.toString('utf8'))?.[1] ?? '',
    language: /\/Lang \(([^)]*)\)/.exec(text)?.[1] ?? '',
    pages: [...text.matchAll(/\/Type \/Page\b/g)].length,
    characters: new Set(codes),
  }
}

const inflated = (raw: string): string => {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}
