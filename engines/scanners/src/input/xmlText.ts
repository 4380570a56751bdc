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

/** A text with its entities put in; `unknown` throws. */
export const decoded = (text: string, unknown: (entity: string, at: number) => never): string =>
  text.replace(/&(?:([^;&<>\s]{1,64});)?/g, (whole, name: string | undefined, at: number) => {
    if (name !== undefined && Object.hasOwn(entities, name)) return entities[name]!
    const number = /^#(?:x([\da-fA-F]{1,8})|(\d{1,8}))$/.exec(name ?? '')
    const code = number === null ? -1 : number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
    return isCharacter(code) ? String.fromCodePoint(code) : unknown(whole, at)
  })

/** Where something stands, at or after a place; infinitely far where nowhere. */
export const placeOf = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from)
  return found < 0 ? Number.POSITIVE_INFINITY : found
}

/** Where a name ends. */
export const nameEnd = (text: string, from: number): number => {
  let i = from
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === greater || c === slash || c === equals || isSpace(c)) break
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
