import { locales, type Field } from '@heng/contract'
import type { AnyRegister, Ctx } from '@heng/server-kit'
import { parseBoolean } from '../parse/boolean.ts'
import { parseChoice, parseChoices, type Option } from '../parse/choice.ts'
import { parseDate } from '../parse/date.ts'
import { parseLevel } from '../parse/level.ts'
import { parseMoney } from '../parse/money.ts'
import { parseNumber } from '../parse/number.ts'
import type { Outcome, Parser } from '../parse/outcome.ts'
import { parseSeveral } from '../parse/several.ts'
import { parseText } from '../parse/text.ts'
import { parseTimestamp } from '../parse/timestamp.ts'
import type { Target } from '../target/importable.ts'
import { nounWords } from '../target/words.ts'

/** How a field is read from a cell: by itself, or by finding the records that it names. */
export type FieldReader = { readonly parse: Parser } | { readonly target: string; readonly many: boolean }

const optionsOf = (ctx: Ctx, reg: AnyRegister, key: string, values: readonly string[]): Option[] => {
  const words = nounWords(ctx.kit, reg.noun)
  return values.map((code) => ({ value: code, names: [code, ...locales.flatMap((locale) => words[locale].values[key]?.[code] ?? [])] }))
}

const stepsOf = (ctx: Ctx, reg: AnyRegister, key: string): (readonly [string, number])[] =>
  Object.values(nounWords(ctx.kit, reg.noun)).flatMap((words) => Object.entries(words.values[key] ?? {}).map(([step, name]) => [name, Number(step)] as const))

const termsOf = async (ctx: Ctx, vocabulary: string): Promise<Option[]> => {
  const source = ctx.kit.vocabularies.get(vocabulary)
  if (source === undefined) throw new Error(`no room brings the vocabulary "${vocabulary}"`)
  return (await source(ctx)).map(({ code, title, aliases }) => ({ value: code, names: [code, title.en, title['zh-CN'], ...aliases] }))
}

const parserOf = async (ctx: Ctx, reg: AnyRegister, key: string, field: Field): Promise<Parser> => {
  const { kind, min = -1e15, max = 1e15, values = [] } = field
  switch (kind) {
    case 'integer': case 'number':
      return parseNumber(kind === 'integer', min, max)
    case 'level':
      return parseLevel(field.max ?? 5, stepsOf(ctx, reg, key))
    case 'boolean':
      return parseBoolean
    case 'date':
      return parseDate
    case 'timestamp':
      return parseTimestamp(ctx.org.timezone)
    case 'money':
      return parseMoney(ctx.org.currency)
    case 'enum':
      return parseChoice(optionsOf(ctx, reg, key, values))
    case 'tags':
      return parseChoices(optionsOf(ctx, reg, key, values))
    case 'code':
      return parseChoice(await termsOf(ctx, field.vocabulary!))
    case 'text': case 'longText':
      return parseText(field.max ?? 10_000)
    default:
      throw new Error(`a field of kind "${kind}" is not read from cells`)
  }
}

/** How a field of a register is read from the cells of a file. */
export const readerOf = async (ctx: Ctx, { reg, support }: Pick<Target, 'reg' | 'support'>, key: string): Promise<FieldReader> => {
  const further = support?.further?.columns.find(({ name }) => name === key)
  if (further !== undefined) return { parse: parseSeveral(further.parse) }
  const field = reg.noun.fields[key]!
  if (field.target !== undefined) return { target: field.target, many: field.kind === 'records' }
  const parse = await parserOf(ctx, reg, key, field)
  return { parse: repeating.has(field.kind) ? remembering(parse) : parse }
}

/** Kinds whose few values come again and again. */
const repeating = new Set<Field['kind']>(['enum', 'code', 'level', 'boolean', 'tags', 'date'])
const mostRemembered = 5_000

/** A parser that remembers what it was asked: a list of 100,000 rows has few different levels. */
const remembering = (parse: Parser): Parser => {
  const known = new Map<string, Outcome>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const outcome = parse(text)
    if (known.size < mostRemembered) known.set(text, outcome)
    return outcome
  }
}
