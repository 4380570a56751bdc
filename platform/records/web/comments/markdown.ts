export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'mention'; readonly id: string }

export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }

const uuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
// Only http and https become links, so that no address runs a script.
const inline = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    `@\\[(?<mention>${uuid})\\]`,
    '\\[(?<label>[^\\]\\n]{1,200})\\]\\((?<href>https?://[^\\s)]+)\\)',
    '\\*\\*(?<strong>[^\\n]+?)\\*\\*',
    '(?<![\\p{L}\\p{N}*])\\*(?<emphasis>[^\\s*][^*\\n]*)\\*',
    '(?<url>https?://[^\\s<>）】”]+[^\\s<>.,;:!?，。；：！？）】”])',
  ].join('|'),
  'gu',
)

const partOf = (g: Record<string, string | undefined>): Inline => {
  if (g['code'] !== undefined) return { kind: 'code', text: g['code'] }
  if (g['mention'] !== undefined) return { kind: 'mention', id: g['mention'].toLowerCase() }
  if (g['href'] !== undefined) return { kind: 'link', href: g['href'], text: g['label']! }
  if (g['strong'] !== undefined) return { kind: 'strong', parts: parseInline(g['strong']) }
  if (g['emphasis'] !== undefined) return { kind: 'emphasis', parts: parseInline(g['emphasis']) }
  return { kind: 'link', href: g['url']!, text: g['url']! }
}

/** Marks within a line; what is not understood stays as it was written. */
export const parseInline = (line: string): Inline[] => {
  const parts: Inline[] = []
  let at = 0
  for (const match of line.matchAll(inline)) {
    if (match.index > at) parts.push({ kind: 'text', text: line.slice(at, match.index) })
    parts.push(partOf(match.groups!))
    at = match.index + match[0].length
  }
  if (at < line.length) parts.push({ kind: 'text', text: line.slice(at) })
  return parts
}

const item = /^\s{0,3}(?:[-*+]|(\d{1,3})[.)、])\s+(.*)$/
const quoted = /^\s{0,3}>\s?(.*)$/

/**
 * The Markdown that people write in comments: paragraphs, lists, quotes, fenced code, emphasis, links, mentions.
 * It yields a structure, never HTML, so nothing in it can run. O(length).
 */
export const parseMarkdown = (text: string): Block[] => {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!
    if (line.trim() === '') {
      i += 1
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((other, k) => k > i && other.startsWith('```'))
      const until = end < 0 ? lines.length : end
      blocks.push({ kind: 'code', text: lines.slice(i + 1, until).join('\n') })
      i = until + 1
    } else {
      const test = item.test(line) ? item : quoted.test(line) ? quoted : null
      let until = i + 1
      const goesOn = (next: string) => next.trim() !== '' && !next.startsWith('```') && (test === null ? !item.test(next) && !quoted.test(next) : test.test(next))
      while (until < lines.length && goesOn(lines[until]!)) until += 1
      blocks.push(blockOf(lines.slice(i, until), test))
      i = until
    }
  }
  return blocks
}

const blockOf = (lines: readonly string[], test: RegExp | null): Block => {
  if (test === item) {
    const found = lines.map((line) => item.exec(line)!)
    return { kind: 'list', ordered: found[0]![1] !== undefined, items: found.map((match) => parseInline(match[2]!)) }
  }
  if (test === quoted) return { kind: 'quote', lines: lines.map((line) => parseInline(quoted.exec(line)![1]!)) }
  return { kind: 'paragraph', lines: lines.map(parseInline) }
}
