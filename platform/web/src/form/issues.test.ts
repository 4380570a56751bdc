import { field } from '@heng/contract'
import { describe, expect, it } from 'vitest'
import { zhCN } from '../../locales/zh-CN.ts'
import { en } from '../../locales/en.ts'
import { placeIssues, problemOf } from './issues.ts'

const t = en.issues

describe('problems of a value', () => {
  it.each([
    ['empty and required', field.text({ required: true }), '', 'Please fill this in.'],
    ['blank and required', field.text({ required: true }), '   ', 'Please fill this in.'],
    ['too long', field.text({ max: 3 }), 'abcd', 'At most 3 characters.'],
    ['control character', field.text(), 'a\u0000b', t.controlCharacter],
    ['below a range', field.integer({ min: 1 }), 0, 'At least 1.'],
    ['above a range', field.number({ max: 10 }), 11, 'At most 10.'],
    ['not whole', field.integer(), 1.5, 'Whole numbers only.'],
    ['no number', field.money(), { minor: 'abc', currency: 'CNY' }, 'Enter a number.'],
    ['no date', field.date(), '2026-02-30', t.date],
    ['no choice', field.oneOf(['a', 'b']), 'c', t.choice],
    ['no record', field.person(), 'x', t.choice],
  ])('%s', (_, one, value, words) => {
    expect(problemOf(one, value, t)).toBe(words)
  })
  it('are none for empty optional values and for good ones', () => {
    expect([problemOf(field.level(), null, t), problemOf(field.text(), '', t), problemOf(field.date(), '2026-02-28', t)]).toEqual([undefined, undefined, undefined])
  })
  it('are worded in the language of the reader', () => {
    expect(problemOf(field.text({ max: 3 }), '四个汉字', zhCN.issues)).toBe('最多 3 个字符。')
  })
})

describe('issues of the server', () => {
  it('stand at their fields, also those of an update; the rest is told apart', () => {
    const { placed, rest } = placeIssues(
      [
        { path: 'values.name', code: 'duplicate', message: 'Taken.' },
        { path: 'name', code: 'x', message: 'Odd.' },
        { path: 'cost.minor', code: 'tooBig', message: 'Too much.' },
        { path: 'secret', code: 'unknownKey', message: 'Unknown.' },
      ],
      ['name', 'cost'],
    )
    expect([...placed]).toEqual([['name', ['Taken.', 'Odd.']], ['cost', ['Too much.']]])
    expect(rest).toEqual(['Unknown.'])
  })
})
