import { copied } from '../input/xmlText.ts'

const hasZone = /(?:Z|(?:GMT|UTC|[\d\s])[+-]\d\d:?\d\d|\b(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)$)[A-Z]{3,4})$/
const dayOnly = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/
/** A date begins with a number or the name of a day or month, and has a year. */
const looksLikeDate = /^(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)/i
const hasYear = /(?<!\d)\d{4}(?!\d)|^\d{1,2}\/\d{1,2}\/\d{2}\b/
const longest = 64

/** `2031年1月5日 10时20分` as others write it. */
const fromChinese = (text: string): string =>
  text.replace(/[年月]/g, '-').replace('日', ' ').replace(/[时分]/g, ':').replace('秒', '').replace(/\s+/g, ' ').replace(/[-:\s]+$/, '')

/** `20310115` and `20310115T102030Z`. */
const spaced = (text: string): string => text.replace(/^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d))?(Z?)$/, (_, y, m, d, h, min, s, zone) => (h === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d}T${h}:${min}:${s}${zone}`))

/** `15/01/2031`: what cannot be a month is the day. */
const monthFirst = (text: string): string => text.replace(/^(1[3-9]|2\d|3[01])([-/.])(\d{1,2})\2(\d{4})/, '$3/$1/$4')

const millisecondsOf = (text: string): number | null => {
  if (!/^\d{9,13}(?:\.\d{1,9})?$/.test(text)) return null
  return Number(text) * (/^\d{12}/.test(text) ? 1 : 1_000)
}

/** Findings of one host or run have the same instants: the last few that were asked for. */
const known = new Map<string, string | null>()
const mostKnown = 64

/** Any way of writing an instant, as ISO 8601 in UTC; null for what is none, or not within the years of four digits. Without a zone it is taken for UTC. */
export const instant = (value: string | number | Date | null | undefined): string | null => {
  if (value == null || value === '') return null
  if (typeof value !== 'string') return isoOf(typeof value === 'number' && value < 1e11 ? value * 1_000 : value)
  if (value.length > longest) return null
  const before = known.get(value)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const found = fromText(value)
  known.set(copied(value), found)
  return found
}

const fromText = (value: string): string | null => {
  const text = monthFirst(spaced(fromChinese(value.trim()))).replace(/(\d)([AP]M)\b/i, '$1 $2')
  const milliseconds = millisecondsOf(text)
  if (milliseconds !== null) return isoOf(milliseconds)
  if (!looksLikeDate.test(text) || !hasYear.test(text)) return null
  const attempts = !dayOnly.test(text) && hasZone.test(text) ? [text] : [`${text} UTC`, `${text}Z`]
  for (const attempt of attempts) {
    const found = isoOf(attempt)
    if (found !== null) return found
  }
  return null
}

const isoOf = (value: string | number | Date): string | null => {
  const date = new Date(value)
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString()
  return iso.length === 24 ? iso : null
}
