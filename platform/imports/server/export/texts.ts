import type { Label, Locale, Money } from '@heng/contract'
import type { AnyRegister, Ctx, Values } from '@heng/server-kit'
import { nounWords } from '../target/words.ts'
import type { ExportColumn } from './columns.ts'
import type { NameOf } from './names.ts'

export const exportWords: Readonly<Record<Locale, { notAssessed: string; yes: string; no: string; separator: string }>> = {
  en: { notAssessed: 'Not assessed', yes: 'Yes', no: 'No', separator: '; ' },
  'zh-CN': { notAssessed: '未评估', yes: '是', no: '否', separator: '；' },
}

const digits = new Map<string, number>()
const digitsOf = (currency: string): number => {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const found = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}
/** `CNY 1234.50`: the code, because ¥ is two currencies, and no separators, because a file is read by machines, too. */
export const moneyText = ({ minor, currency }: Money): string => `${currency} ${(minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency))}`

/** An instant on the organisation's clocks, to the minute. */
const clock = (timezone: string): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
  return (instant) => format.format(new Date(instant))
}

export type TextOf = (column: ExportColumn, row: Values, labels: Readonly<Record<string, Label>>) => string

/** Values as people read them, and as an import reads them back: names instead of codes and ids. */
export const textsOf = async (ctx: Ctx, reg: AnyRegister, columns: readonly ExportColumn[], locale: Locale, nameOf: NameOf): Promise<TextOf> => {
  const words = nounWords(ctx.kit, reg.noun)[locale]
  const { notAssessed, yes, no, separator } = exportWords[locale]
  const timeText = clock(ctx.org.timezone)
  const titles = new Map<string, ReadonlyMap<string, string>>()
  for (const { key, field } of columns) {
    const source = field?.vocabulary === undefined ? undefined : ctx.kit.vocabularies.get(field.vocabulary)
    if (source !== undefined) titles.set(key, new Map((await source(ctx)).map(({ code, title }) => [code, title[locale]])))
  }
  return ({ key, field }, row, labels) => {
    const value = row[key]
    if (field?.kind === 'level' && (value === null || value === undefined)) return notAssessed
    if (value === null || value === undefined) return ''
    if (field?.target !== undefined) return [value].flat().map((id) => nameOf(field.target!, labels[id as string])).filter((name) => name !== '').join(separator)
    switch (field?.kind) {
      case 'enum':
        return words.values[key]?.[value as string] ?? String(value)
      case 'tags':
        return (value as string[]).map((one) => words.values[key]?.[one] ?? one).join(separator)
      case 'code':
        return titles.get(key)?.get(value as string) ?? String(value)
      case 'boolean':
        return value === true ? yes : no
      case 'money':
        return moneyText(value as Money)
      case 'timestamp':
        return timeText(value as string)
      case 'json':
        return JSON.stringify(value)
      default:
        return field === undefined && key.endsWith('At') ? timeText(value as string) : String(value)
    }
  }
}
