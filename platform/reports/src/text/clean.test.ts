import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, safeLink } from './clean.ts'

describe('cleanText', () => {
  it('keeps words, line ends and Chinese', () => {
    expect(cleanText('一\r\n二\rthree\tfour')).toBe('一\n二\nthree    four')
  })

  it('drops controls, bidirectional overrides and lone surrogates', () => {
    expect(cleanText('a\u0000\u0007\u202Eb\u2066\uFEFF\uD800c')).toBe('ab\uFFFDc')
  })

  it('leaves only what XML 1.0 allows, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text)
        expect(clean).toMatch(/^[\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })

  it('makes one line of several', () => {
    expect(cleanLine(' a \n\n b\tc ')).toBe('a b c')
  })
})

describe('safeLink', () => {
  it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:a@example.org'])('passes %s', (link) => {
    expect(safeLink(link)).toBe(link)
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '//example.org',
    'example',
    '',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('refuses %s', (link) => {
    expect(safeLink(link)).toBeUndefined()
  })
})
