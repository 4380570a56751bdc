import type { FieldKind } from '@heng/contract'
import { fold } from '../parse/fold.ts'

const dashes = new Set(['-', '--', '---', '—', '——', '–', '/', '\\', 'n/a', 'na', 'none', 'null', 'nil', '无', '暂无', '未填写', '空', '(空)', 'not given', 'not applicable', '不适用'])
/** Kinds whose values are words of their own: a dash may be one, and "无" in a text says something. */
const literal: ReadonlySet<FieldKind> = new Set(['text', 'longText', 'level', 'boolean'])

/** Whether a cell says that there is no value. Text is taken literally. */
export const isBlank = (kind: FieldKind, text: string): boolean =>
  text === '' || (text.length <= 16 && !literal.has(kind) && dashes.has(fold(text)))
