import type { FieldKind } from '@heng/contract'
import { fold } from '../parse/fold.ts'

const dashes = new Set(['-', '--', '---', '—', '——', '–', '/', '\\', 'n/a', 'na', 'none', 'null', 'nil', '无', '暂无', '未填写', '空', '(空)', 'not given', 'not applicable', '不适用'])
/** Kinds whose values are words of their own: a dash may be one, and "无" in a text says something. */
const literal: ReadonlySet<FieldKind> = new Set(['text', 'longText', 'level', 'boolean'])

const longest = 16
const mostRemembered = 5_000

/** Tells whether a cell says that there is no value. Text is taken literally; of other kinds the same few words come again and again. */
export const blanksOf = (kind: FieldKind): ((text: string) => boolean) => {
  if (literal.has(kind)) return (text) => text === ''
  const known = new Map<string, boolean>()
  return (text) => {
    if (text === '' || text.length > longest) return text === ''
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const blank = dashes.has(fold(text))
    if (known.size < mostRemembered) known.set(text, blank)
    return blank
  }
}
