import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInline, parseMarkdown, type Inline } from './markdown.ts'

const id = '0190b3c4-0000-7000-8000-00000000000A'
const textOf = (parts: readonly Inline[]): string => parts.map((p) => ('parts' in p ? textOf(p.parts) : p.kind === 'mention' ? `@[${p.id}]` : p.text)).join('')

describe('parseMarkdown', () => {
  it('knows paragraphs, lists, quotes and code', () => {
    expect(parseMarkdown('请复核：\n第二行\n\n- 保密性\n- **完整性**\n\n1. one\n2. two\n> quoted\n```\n**raw**\n```')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: '请复核：' }], [{ kind: 'text', text: '第二行' }]] },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: '保密性' }], [{ kind: 'strong', parts: [{ kind: 'text', text: '完整性' }] }]] },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
      { kind: 'quote', lines: [[{ kind: 'text', text: 'quoted' }]] },
      { kind: 'code', text: '**raw**' },
    ])
  })

  it('knows emphasis, code, links and mentions', () => {
    expect(parseInline(`*soon* \`a*b*\` @[${id}] [x](https://e.com/?a=1) https://heng.example/a。`)).toEqual([
      { kind: 'emphasis', parts: [{ kind: 'text', text: 'soon' }] }, { kind: 'text', text: ' ' }, { kind: 'code', text: 'a*b*' }, { kind: 'text', text: ' ' },
      { kind: 'mention', id: id.toLowerCase() }, { kind: 'text', text: ' ' }, { kind: 'link', href: 'https://e.com/?a=1', text: 'x' }, { kind: 'text', text: ' ' },
      { kind: 'link', href: 'https://heng.example/a', text: 'https://heng.example/a' }, { kind: 'text', text: '。' },
    ])
  })

  it('makes no link that could run, and leaves arithmetic alone', () => {
    expect(parseInline('[x](javascript:alert(1)) 2*3*4 <b>')).toEqual([{ kind: 'text', text: '[x](javascript:alert(1)) 2*3*4 <b>' }])
  })

  it('loses no words', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '资', ' ', '*', '`', '[', ']', '(', ')', '@', 'h') }), (line) => {
      expect(textOf(parseInline(line)).replace(/[*`]/g, '')).toBe(line.replace(/[*`]/g, ''))
    }))
  })
})
