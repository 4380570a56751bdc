import { ScanError } from '../input/problem.ts'
import { isSpace, placeOf } from '../input/xmlText.ts'
import { decoded } from './web.ts'

/** An element of a page, with its texts and elements in their order. Names of elements and attributes are small. */
export interface HtmlNode {
  readonly name: string
  readonly at: Readonly<Record<string, string>>
  readonly children: readonly (HtmlNode | string)[]
  readonly line: number
}
interface Building extends HtmlNode {
  readonly children: (Building | string)[]
}

/** Deeper elements are taken for siblings, so that nothing that walks a page goes deeper. */
const deepest = 256
/** What an element takes besides its characters, in characters. */
const nodeLength = 64

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** What stands in them is no markup. */
const raw = new Set('script style textarea title xmp'.split(' '))
/** Elements that end where such a one begins, and what holds them together. HTML Standard, 13.1.2.4. */
const ends = new Map(Object.entries<readonly [ended: readonly string[], within: readonly string[]]>({
  td: [['td', 'th'], ['tr', 'table']], th: [['td', 'th'], ['tr', 'table']], tr: [['tr'], ['table']],
  tbody: [['tbody', 'thead', 'tfoot'], ['table']], thead: [['tbody', 'thead', 'tfoot'], ['table']], tfoot: [['tbody', 'thead', 'tfoot'], ['table']],
  li: [['li'], ['ul', 'ol']], dt: [['dt', 'dd'], ['dl']], dd: [['dt', 'dd'], ['dl']], option: [['option'], ['select']],
}))
const tables = ['table']
const none: readonly string[] = []
const plain: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>)

const nameCharacter = /[^\s/>=]/
/** Attributes of a tag, and where it ends; -1 where it does not. O(length). */
const attributesAt = (text: string, from: number): { at: Readonly<Record<string, string>>; end: number } => {
  let at: Record<string, string> | null = null
  let i = from
  for (;;) {
    while (isSpace(text.charCodeAt(i)) || text[i] === '/') i++
    if (i >= text.length) return { at: plain, end: -1 }
    if (text[i] === '>') return { at: at ?? plain, end: i + 1 }
    const began = i
    i++
    while (i < text.length && nameCharacter.test(text[i]!)) i++
    const key = text.slice(began, i).toLowerCase()
    let after = i
    while (isSpace(text.charCodeAt(after))) after++
    let value = ''
    if (text[after] === '=') {
      i = after + 1
      while (isSpace(text.charCodeAt(i))) i++
      const mark = text[i]
      if (mark === '"' || mark === "'") {
        const end = text.indexOf(mark, i + 1)
        if (end < 0) return { at: plain, end: -1 }
        value = text.slice(i + 1, end)
        i = end + 1
      } else {
        const valueBegan = i
        while (i < text.length && text[i] !== '>' && !isSpace(text.charCodeAt(i))) i++
        value = text.slice(valueBegan, i)
      }
    }
    at ??= Object.create(null) as Record<string, string>
    at[key] ??= decoded(value)
  }
}

/**
 * A page as a tree, however badly it is written; nothing is run, fetched or shown. Time and memory grow with its length, which may be `most` characters (elements count
 * for 64 each), else `ScanError` `context-length`.
 */
export const pageOf = (text: string, most: number): HtmlNode => {
  const page: Building = { name: '#page', at: {}, children: [], line: 1 }
  const open: Building[] = [page]
  let [line, nextLine, length] = [1, placeOf(text, '\n', 0), text.length]
  const lineAt = (place: number): number => {
    for (; nextLine < place; nextLine = placeOf(text, '\n', nextLine + 1)) line++
    return line
  }
  const say = (from: number, to: number, isRaw = false): void => {
    if (to > from) open.at(-1)!.children.push(isRaw ? text.slice(from, to) : decoded(text.slice(from, to)))
  }
  /** Closes the innermost of these, and what is open within, unless something stands between that holds it. */
  const close = (names: readonly string[], within: readonly string[]): void => {
    for (let i = open.length - 1; i > 0; i--) {
      if (names.includes(open[i]!.name)) {
        open.length = i
        return
      }
      if (within.includes(open[i]!.name)) return
    }
  }
  for (let at = 0; at < text.length; ) {
    const begin = text.indexOf('<', at)
    say(at, begin < 0 ? text.length : begin)
    if (begin < 0) break
    if (text.startsWith('<!', begin) || text.startsWith('<?', begin)) {
      const isComment = text.startsWith('<!--', begin)
      const end = text.indexOf(isComment ? '-->' : '>', begin + 2)
      at = end < 0 ? text.length : end + (isComment ? 3 : 1)
      continue
    }
    const found = /^<(\/?)([a-z][a-z\d:-]{0,31})/i.exec(text.slice(begin, begin + 34))
    if (found === null) {
      say(begin, begin + 1)
      at = begin + 1
      continue
    }
    const name = found[2]!.toLowerCase()
    const { at: attributes, end } = attributesAt(text, begin + found[0].length)
    if (end < 0) break
    at = end
    if (found[1] === '/') {
      close([name], name === 'table' ? none : tables)
      continue
    }
    const rule = ends.get(name)
    if (rule !== undefined) close(...rule)
    length += nodeLength
    if (length > most) throw new ScanError('context-length', { allowed: most, line: lineAt(begin), column: 1 })
    const node: Building = { name, at: attributes, children: [], line: lineAt(begin) }
    open.at(-1)!.children.push(node)
    if (empty.has(name) || text[end - 2] === '/') continue
    if (raw.has(name)) {
      const close = closingAt(text, name, end)
      open.push(node)
      say(end, close < 0 ? text.length : close, true)
      open.pop()
      at = close < 0 ? text.length : close
    } else if (open.length < deepest) open.push(node)
  }
  return page
}

const closings = new Map([...raw].map((name) => [name, new RegExp(`</${name}[\\s/>]`, 'gi')]))
const closingAt = (text: string, name: string, from: number): number => {
  const closing = closings.get(name)!
  closing.lastIndex = from
  return closing.exec(text)?.index ?? -1
}
