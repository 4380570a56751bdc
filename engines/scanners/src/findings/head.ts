import { StringDecoder } from 'node:string_decoder'
import { prefixLength } from '../input/jsonPrefix.ts'
import { isSpace, typeEnd } from '../input/xmlText.ts'
import type { Head } from './reader.ts'

/** Bytes of a report that are looked at to know its format. */
export const headBytes = 64 * 1024

/** The first tag, after the declaration, comments, instructions and the document type; '' where it has not come. O(length). */
const rootTagOf = (text: string): string => {
  let at = 0
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++
    const [closing, from] = text.startsWith('<?', at) ? ['?>', 2] as const : text.startsWith('<!--', at) ? ['-->', 4] as const : [null, 0] as const
    if (closing === null && !text.startsWith('<!', at)) break
    const end = closing === null ? typeEnd(text, at + 2) : text.indexOf(closing, at + from)
    if (end < 0) return ''
    at = end + (closing?.length ?? 0)
  }
  return /^<[^\s<>/!?=&"']+(?:\s[^>]*)?/.exec(text.slice(at))?.[0] ?? ''
}

/** Keys of the object that begins at `from`, as far as the text goes; keys within its values are not among them. */
const keysAt = (text: string, from: number): { keys: Set<string>; firstInner: number; end: number } => {
  const keys = new Set<string>()
  let depth = 0
  let firstInner = -1
  let expectKey = false
  for (let at = from; at < text.length; at++) {
    const c = text[at]!
    if (c === '"') {
      const begin = at
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
      if (depth === 1 && expectKey) keys.add(text.slice(begin + 1, at))
      expectKey = false
    } else if (c === '{' || c === '[') {
      depth++
      expectKey = depth === 1
      if (depth > 1 && c === '{' && firstInner < 0 && text.slice(0, at).trimEnd().endsWith('[')) firstInner = at
    } else if (c === '}' || c === ']') {
      if (--depth === 0) return { keys, firstInner, end: at + 1 }
    } else if (c === ',' && depth === 1) expectKey = true
  }
  return { keys, firstInner, end: text.length }
}

const empty = {
  text: '', root: '', rootTag: '', isList: false, keys: new Set<string>(), itemKeys: new Set<string>(), header: [] as readonly string[], rows: [] as readonly (readonly string[])[],
}

const jsonHead = (text: string): Head => {
  const start = text.search(/\S/)
  const isList = text[start] === '['
  if (isList) {
    const inner = text.indexOf('{', start)
    return { ...empty, kind: 'json', text, isList, itemKeys: inner < 0 ? new Set() : keysAt(text, inner).keys }
  }
  const { keys, firstInner, end } = keysAt(text, start)
  const isLines = text.slice(end).trimStart().startsWith('{')
  return { ...empty, kind: isLines ? 'lines' : 'json', text, keys: isLines ? new Set() : keys, itemKeys: isLines ? keys : firstInner < 0 ? new Set() : keysAt(text, firstInner).keys }
}

/** A list holds values; `[INFO] …` is a line of a log. */
const beginsJson = (text: string): boolean => text[0] === '{' || /^\[\s*(?:[{["\]\d-]|true\b|false\b|null\b|$)/.test(text)

/** What the first bytes of a report, as UTF-8, say about it. Tables are known by whoever reads them: their first rows are given then. */
export const headOf = (bytes: Uint8Array, rows: readonly (readonly string[])[] | null = null): Head => {
  const text = new StringDecoder('utf8').write(Buffer.from(bytes.subarray(0, headBytes)))
  const beginning = text.trimStart()
  if (rows !== null) return { ...empty, kind: 'table', text, header: rows[0] ?? [], rows }
  if (beginning.startsWith('<')) {
    const rootTag = rootTagOf(text)
    const root = /^<(?:[^\s:]+:)?([^\s:]+)/.exec(rootTag)?.[1] ?? ''
    return { ...empty, kind: /^html$/i.test(root) ? 'html' : 'xml', text, rootTag, root }
  }
  if (beginsJson(beginning)) return jsonHead(text)
  const prefix = prefixLength(text)
  if (prefix > 0) return jsonHead(`${' '.repeat(prefix)}${text.slice(prefix)}`)
  return { ...empty, kind: 'text', text }
}
