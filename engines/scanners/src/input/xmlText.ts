// Parts of XML 1.0 that are known by looking at the text alone. https://www.w3.org/TR/xml/

export const [tab, newline, carriage, space, quote, ampersand, apostrophe, slash, less, equals, greater, question, bang, openBracket, closeBracket] = [9, 10, 13, 32, 34, 38, 39, 47, 60, 61, 62, 63, 33, 91, 93]
export const isSpace = (c: number): boolean => c === space || c === newline || c === tab || c === carriage

/** Characters that XML does not have. XML 1.0, 2.2. */
// oxlint-disable-next-line no-control-regex
export const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
/** XML 1.0, 2.3. */
// oxlint-disable-next-line no-misleading-character-class
export const named = /^[:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][:A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}.\d\u00b7\u0300-\u036f\u203f\u2040-]*$/u
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const isCharacter = (code: number): boolean =>
  (code >= 0x20 && code <= 0xd7ff) || code === tab || code === newline || code === carriage || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)

const reference = /&(?:([^;&<>\s]{1,64});)?/y

/** The reference that stands at `at`: its length and what it stands for; null for what is none. */
const referenceAt = (text: string, at: number): readonly [length: number, character: string | null] => {
  reference.lastIndex = at
  const [whole, name] = reference.exec(text)!
  if (name !== undefined && Object.hasOwn(entities, name)) return [whole.length, entities[name]!]
  const number = /^#(?:x([\da-fA-F]{1,8})|(\d{1,8}))$/.exec(name ?? '')
  const code = number === null ? -1 : number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
  return [whole.length, isCharacter(code) ? String.fromCodePoint(code) : null]
}

// Nearly all that come, with their lengths, without an expression.
const lt = [4, '<'] as const
const gt = [4, '>'] as const
const amp = [5, '&'] as const
const quot = [6, '"'] as const
const apos = [6, "'"] as const
const commonAt = (text: string, at: number): readonly [length: number, character: string] | null => {
  switch (text.charCodeAt(at + 1)) {
    case 108: return text.startsWith('&lt;', at) ? lt : null
    case 103: return text.startsWith('&gt;', at) ? gt : null
    case 113: return text.startsWith('&quot;', at) ? quot : null
    case 97: return text.startsWith('&amp;', at) ? amp : text.startsWith('&apos;', at) ? apos : null
    default: return null
  }
}

/** A text with its entities put in; `unknown` throws. */
export const decoded = (text: string, unknown: (entity: string, at: number) => never): string => {
  let result = ''
  let done = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', done)) {
    const [length, character] = commonAt(text, at) ?? referenceAt(text, at)
    result += text.slice(done, at) + (character ?? unknown(text.slice(at, at + length), at))
    done = at + length
  }
  return done === 0 ? text : result + text.slice(done)
}

/** Where something stands, at or after a place; infinitely far where nowhere. */
export const placeOf = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from)
  return found < 0 ? Number.POSITIVE_INFINITY : found
}

/** Whether a short text stands there; quicker than `startsWith`. */
export const isAt = (text: string, what: string, at: number): boolean => {
  for (let i = 0; i < what.length; i++) if (text.charCodeAt(at + i) !== what.charCodeAt(i)) return false
  return true
}

/** Where a name ends. */
export const nameEnd = (text: string, from: number): number => {
  let i = from
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c <= greater && (c === greater || c === slash || c === equals || isSpace(c))) break
  }
  return i
}

/** Where a document type ends, its quotes, comments and inner declarations aside; -1 where it does not yet. */
export const typeEnd = (text: string, from: number): number => {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === quote || c === apostrophe) {
      i = text.indexOf(String.fromCharCode(c), i + 1)
      if (i < 0) return -1
    } else if (text.startsWith('<!--', i)) {
      i = text.indexOf('-->', i + 4) + 2
      if (i < 2) return -1
    } else if (c === openBracket || c === less) depth++
    else if (c === closeBracket || (c === greater && depth > 0)) depth--
    else if (c === greater) return i + 1
  }
  return -1
}

/** The same text without the longer one that it was cut out of, which the engine would keep with it. */
export const copied = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())
