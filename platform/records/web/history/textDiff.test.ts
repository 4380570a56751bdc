import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDiff, type Piece } from './textDiff.ts'

const side = (pieces: readonly Piece[], without: Piece['kind']) => pieces.filter((p) => p.kind !== without).map((p) => p.text).join('')

describe('textDiff', () => {
  it('shows Chinese and English word by word', () => {
    // Where Chinese words end depends on the dictionary of the browser.
    const pieces = textDiff('每季度复核访问权限', '每月复核访问权限')
    expect(pieces.at(-1)).toEqual({ kind: 'same', text: '复核访问权限' })
    expect(pieces.map((p) => p.kind)).toEqual(expect.arrayContaining(['removed', 'added']))
    expect(textDiff('Back up every day', 'Back up every hour')).toEqual([
      { kind: 'same', text: 'Back up every ' }, { kind: 'removed', text: 'day' }, { kind: 'added', text: 'hour' },
    ])
  })

  it('gives texts without anything in common whole', () => {
    expect(textDiff('完全不同', 'something else')).toEqual([{ kind: 'removed', text: '完全不同' }, { kind: 'added', text: 'something else' }])
    expect(textDiff('a '.repeat(600), 'b')).toHaveLength(2)
  })

  it('holds both texts', () => {
    const text = fc.array(fc.constantFrom('资产', '风险', ' ', 'a', 'bc', '。'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = textDiff(before, after)
      expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([before, after])
    }))
  })
})
