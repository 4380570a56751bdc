import type { SomeOf } from '@heng/contract'

/** Columns that a text takes in a terminal: two for East Asian wide characters (Unicode UAX #11), none for combining marks. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (/\p{M}|\p{Cf}/u.test(char)) continue
    const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd)
    width += wide ? 2 : 1
  }
  return width
}

const cut = (text: string, most: number): string => {
  if (widthOf(text) <= most) return text
  let kept = ''
  for (const char of text) {
    if (widthOf(kept + char) > most - 1) break
    kept += char
  }
  return `${kept}…`
}
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - widthOf(text)))

type Row = Readonly<Record<string, unknown>>
type Labels = Readonly<Record<string, { readonly text: string; readonly reference: string | null }>>

/** The first of many records, as lists give them. */
const someIn = (value: unknown): SomeOf | undefined => (typeof value === 'object' && value !== null && 'first' in value && 'count' in value ? (value as SomeOf) : undefined)
const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0) || someIn(value)?.count === 0

const cell = (value: unknown, labels: Labels): string => {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return (labels[value]?.text ?? value).replaceAll(/\s+/g, ' ')
  if (Array.isArray(value)) return value.map((v) => cell(v, labels)).join(', ')
  if (typeof value !== 'object') return String(value)
  const some = someIn(value)
  if (some !== undefined) return [cell(some.first, labels), ...(some.count > some.first.length ? [`+${some.count - some.first.length}`] : [])].join(' ')
  const { minor, currency } = value as { minor?: number; currency?: string }
  return minor !== undefined && currency !== undefined ? `${(minor / 100).toFixed(2)} ${currency}` : JSON.stringify(value)
}

// What identifies a row comes first; what only machines need is left out.
const hidden = new Set(['id', 'version', 'createdAt', 'updatedAt', 'archivedAt', 'allowed'])
const columnsOf = (rows: readonly Row[]): string[] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !hidden.has(name))
  const filled = names.filter((name) => rows.some((row) => !isEmpty(row[name])))
  const first = ['reference', 'name', 'title'].filter((name) => filled.includes(name))
  return [...first, ...filled.filter((name) => !first.includes(name))]
}

const widest = 40

const grid = (rows: readonly Row[], labels: Labels, columns: number): string => {
  const names = columnsOf(rows)
  const cells = rows.map((row) => names.map((name) => cut(cell(row[name], labels), widest)))
  const widths = names.map((name, i) => Math.max(widthOf(name), ...cells.map((line) => widthOf(line[i]!))))
  // As many columns as fit into the window; at least two.
  let fit = names.length
  while (fit > 2 && widths.slice(0, fit).reduce((sum, w) => sum + w + 2, 0) > columns) fit -= 1
  const line = (parts: readonly string[]) => parts.slice(0, fit).map((part, i) => (i === fit - 1 ? part : pad(part, widths[i]!))).join('  ').trimEnd()
  return [line(names), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n')
}

/** An answer as a table: rows of a list, or the fields of one record below each other; names in place of ids. */
export const tableOf = (answer: unknown, columns: number): string => {
  if (typeof answer !== 'object' || answer === null) return String(answer)
  const { items, labels = {} } = answer as { items?: readonly Row[]; labels?: Labels }
  if (Array.isArray(items)) return items.length === 0 ? '–' : grid(items, labels, columns)
  const entries = Object.entries(answer).filter(([name]) => name !== 'labels')
  const width = Math.max(0, ...entries.map(([name]) => widthOf(name)))
  return entries.map(([name, value]) => `${pad(name, width)}  ${cell(value, labels)}`).join('\n')
}
