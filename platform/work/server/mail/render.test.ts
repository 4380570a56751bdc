import { locales } from '@heng/contract'
import { describe, expect, it } from 'vitest'
import { html, plainText } from './render.ts'
import { isTemplate, writeMail } from './templates.ts'

const entry = { text: 'W-0001 <script>alert(1)</script>', remark: 'due 2026-11-01', url: 'https://heng.example/o/acme/work/1' }
const digest = {
  name: '王芳', organisation: 'ACME & Söhne', day: '2026-11-22', url: 'https://heng.example/o/acme/work', settings: 'https://heng.example/o/acme/work/notices',
  overdue: [entry], today: [], soon: [entry, entry], notices: [], more: 3,
}

describe('mail', () => {
  it('says the same in plain text and HTML, in the language asked for, without empty lists', () => {
    const [en, zh] = locales.map((locale) => writeMail('digest', locale, digest))
    expect(en!.subject).toBe('1 overdue: your work at ACME & Söhne, 2026-11-22')
    expect(zh!.subject).toBe('ACME & Söhne：1 项已逾期，您的工作（2026-11-22）')
    expect(plainText(en!)).toContain('Overdue (1)\n- W-0001 <script>alert(1)</script> · due 2026-11-01\n  https://heng.example/o/acme/work/1')
    expect(plainText(en!)).not.toContain('Due today')
    expect(plainText(zh!)).toContain('一周内到期 (2)')
    expect(plainText(zh!)).toContain('另有 3 项')
  })

  it('is a page with its language, headings and escaped words, and loads nothing', () => {
    const page = html(writeMail('digest', 'zh-CN', digest), 'zh-CN')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>')
    expect(page).toContain('ACME &amp; Söhne')
    expect(page).not.toMatch(/<img|<link|src=|@import/)
    expect(page.match(/<h2 /g)!.length).toBe(2)
    expect(page).toContain('>https://heng.example/o/acme/work/notices</a>')
  })

  it('does not link what is no web address', () => {
    const mail = writeMail('notice', 'en', { name: 'A', organisation: 'B', title: 'T', body: null, url: 'javascript:alert(1)', settings: 'https://x' })
    expect(html(mail, 'en')).not.toContain('javascript:')
  })

  it('refuses parameters that are not those of the template', () => {
    expect(isTemplate('invitation')).toBe(true)
    expect(isTemplate('constructor')).toBe(false)
    expect(() => writeMail('invitation', 'en', { name: 'A' })).toThrow()
  })

  it('fills every placeholder of every template in both languages', () => {
    const invitation = { name: 'A', organisation: 'B', url: 'https://x/y', days: 7 }
    for (const locale of locales) {
      for (const mail of [writeMail('invitation', locale, invitation), writeMail('test', locale, invitation), writeMail('digest', locale, digest)]) {
        expect(`${mail.subject} ${plainText(mail)}`).not.toMatch(/\{\w+\}/)
      }
    }
  })
})
