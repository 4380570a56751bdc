import { field } from '@heng/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare, fold, trimmed } from './fold.ts'
import { parseBoolean } from './boolean.ts'
import { parseChoice, parseChoices, splitList } from './choice.ts'
import { parseDate } from './date.ts'
import { parseLevel } from './level.ts'
import { parseMoney } from './money.ts'
import { parseNumber } from './number.ts'
import type { Outcome, Parser } from './outcome.ts'
import { parseText } from './text.ts'
import { parseTimestamp } from './timestamp.ts'

const said = (outcome: Outcome): unknown => (outcome.ok ? outcome.value : outcome.code)
const all = (parse: Parser, texts: readonly string[]) => texts.map((text) => said(parse(text)))

describe('folding', () => {
  it('makes width, case and spacing of no account', () => {
    expect([fold('　ＣＭＤＢ  Ａ '), bare('E-mail *'), bare('保密性（1－5）')]).toEqual(['cmdb a', 'email', '保密性15'])
    expect(trimmed('\ufeff　a\r\nb ')).toBe('a\nb')
  })
})

describe('dates', () => {
  it('reads every form that can mean only one day', () => {
    const forms = ['2026-11-22', '2026/11/22', '2026.11.22', '2026年11月22日', '2026 年 11 月 22 日', '20261122', '２０２６－１１－２２', '22/11/2026', '11/22/2026', '22 Nov 2026', 'Nov 22, 2026', '22nd November 2026', '2026-11-22T00:00:00', '2026-11-22 00:00']
    expect(new Set(all(parseDate, forms))).toEqual(new Set(['2026-11-22']))
    expect(all(parseDate, ['2026-1-2', '1/1/2026', '2024-02-29'])).toEqual(['2026-01-02', '2026-01-01', '2024-02-29'])
  })
  it('refuses what can mean two days, days that do not exist and serial numbers', () => {
    expect(all(parseDate, ['11/12/2026', '1-2-2026', '2026-02-29', '2026-13-01', '31 Abc 2026', '46348', 'tomorrow', '22/11/26', '2026-11-22 14:30'])).toEqual([
      'dateAmbiguous', 'dateAmbiguous', 'dateMissing', 'dateMissing', 'dateMissing', 'date', 'date', 'date', 'date',
    ])
  })
  it('reads back every day it is given', () => {
    const { schema } = field.date()
    fc.assert(fc.property(fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      expect(said(parseDate(day))).toBe(day)
      expect(schema.safeParse(day).success).toBe(true)
    }))
  })
})

describe('instants', () => {
  const shanghai = parseTimestamp('Asia/Shanghai')
  it('stand on the clocks of the organisation unless they say otherwise', () => {
    expect(all(shanghai, ['2026-11-22 14:30', '2026-11-22T14:30:00Z', '2026/11/22 14:30:05 +09:00', '2026年11月22日', '11/12/2026 10:00', 'noon', '2026-11-22 25:00'])).toEqual([
      '2026-11-22T06:30:00.000Z', '2026-11-22T14:30:00.000Z', '2026-11-22T05:30:05.000Z', '2026-11-21T16:00:00.000Z', 'dateAmbiguous', 'timestamp', 'timestamp',
    ])
  })
  it('are right on both sides of a change of the clocks', () => {
    const berlin = parseTimestamp('Europe/Berlin')
    expect(all(berlin, ['2026-03-29 01:30', '2026-03-29 03:30', '2026-07-01 12:00'])).toEqual(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z', '2026-07-01T10:00:00.000Z'])
  })
})

describe('levels', () => {
  it('reads numbers, words of both languages and letters', () => {
    expect(all(parseLevel(5), ['3', '５', '很低', '中', 'VH', 'very high', '4 高', '高(4)', '三级', '2 - low', '未评估', 'N/A'])).toEqual([3, 5, 1, 3, 5, 5, 4, 'level', 3, 2, null, null])
    expect(all(parseLevel(3), ['高', '3', '4', '很高'])).toEqual([3, 3, 'level', 'level'])
    expect(all(parseLevel(5, [['关键', 5]]), ['关键'])).toEqual([5])
  })
  it('refuses what is off the scale or contradicts itself', () => {
    expect(all(parseLevel(5), ['0', '6', '3.5', '3 高', '-1', '紧急'])).toEqual(['level', 'level', 'level', 'level', 'level', 'level'])
  })
})

describe('money', () => {
  const yuan = parseMoney('CNY')
  it('reads amounts with signs, codes, separators and 万', () => {
    expect(all(yuan, ['1234.5', '¥1,234.50', '￥1234.50', 'CNY 1,234.5', '1234.50元', '0.12345万', 'USD 12', '12 usd', 'CNY 1元'])).toEqual([
      ...Array.from({ length: 6 }, () => ({ minor: 123_450, currency: 'CNY' })), { minor: 1_200, currency: 'USD' }, { minor: 1_200, currency: 'USD' }, { minor: 100, currency: 'CNY' },
    ])
    expect(said(parseMoney('JPY')('¥1,200'))).toEqual({ minor: 1_200, currency: 'JPY' })
  })
  it('refuses what is not clear', () => {
    expect(all(yuan, ['$5', 'USD 5元', '1.234,50', '1,23', '-5', '1.005', 'ABQ 5', 'viel', '12 34', '9e99'])).toEqual([
      'currency', 'currency', 'money', 'money', 'tooSmall', 'moneyPlaces', 'currency', 'money', { minor: 123_400, currency: 'CNY' }, 'money',
    ])
  })
  it('never loses a cent', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (minor) => {
      expect(said(yuan((minor / 100).toFixed(2)))).toEqual({ minor, currency: 'CNY' })
    }))
  })
})

describe('numbers, booleans, choices, texts', () => {
  it('reads them', () => {
    expect(all(parseNumber(true, 0, 100), ['7', '１００', '1,000', '7.5', 'x', '-1', '1 0'])).toEqual([7, 100, 'tooBig', 'integer', 'number', 'tooSmall', 10])
    expect(all(parseBoolean, ['是', '否', 'Yes', 'FALSE', '√', '×', '有', 'vielleicht'])).toEqual([true, false, true, false, true, false, true, 'boolean'])
    const colours = parseChoice([{ value: 'red', names: ['red', 'Red', '红色'] }, { value: 'darkRed', names: ['Dark red', '红-色'] }, { value: 'cPlus', names: ['C+'] }, { value: 'c', names: ['C'] }])
    expect(all(colours, ['red', ' RED', '红色', 'dark  red', 'C+', 'c', 'DarkRed', 'blue'])).toEqual(['red', 'red', 'red', 'darkRed', 'cPlus', 'c', 'darkRed', 'choice'])
    const uses = parseChoices([{ value: 'a', names: ['甲'] }, { value: 'b', names: ['乙'] }])
    expect(all(uses, ['甲；乙', '甲、甲', 'b, a', '甲 丙'])).toEqual([['a', 'b'], ['a'], ['b', 'a'], 'choice'])
    expect(splitList('一;二；三、四,五，六\n七')).toEqual(['一', '二', '三', '四', '五', '六', '七'])
    expect(all(parseText(5), ['12345', '123456', 'a\u0007b', 'a\nb'])).toEqual(['12345', 'tooLong', 'controlCharacter', 'a\nb'])
  })
  it('never gives a value that the field itself would refuse', () => {
    const cases: [Parser, { safeParse: (value: unknown) => { success: boolean } }][] = [
      [parseText(20), field.text({ max: 20 }).schema], [parseNumber(true, -5, 50), field.integer({ min: -5, max: 50 }).schema],
      [parseNumber(false, -1e15, 1e15), field.number().schema], [parseLevel(5), field.level().schema.nullable()],
      [parseDate, field.date().schema], [parseTimestamp('Asia/Shanghai'), field.timestamp().schema], [parseMoney('CNY'), field.money().schema], [parseBoolean, field.boolean().schema],
    ]
    const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[¥$]?[0-9.,:/年月日万元 T-]{1,20}$/), fc.double().map(String), fc.integer().map(String))
    fc.assert(fc.property(texts, fc.nat(cases.length - 1), (raw, i) => {
      const [parse, schema] = cases[i]!
      const text = trimmed(raw)
      if (text === '') return
      const outcome = parse(text)
      if (outcome.ok) expect(schema.safeParse(outcome.value).success, `${JSON.stringify(text)} → ${JSON.stringify(outcome.value)}`).toBe(true)
    }), { numRuns: 3_000 })
  })
})
