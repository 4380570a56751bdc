import { createHash } from 'node:crypto'

// What a credential looks like by itself, and what is shown in its place.

const blank = '••••'
/** What stands in place of a credential: itself masked already, or told to be left out by whoever wrote the report. */
const masks = [
  /^(?:-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|[\w-]{0,4})…\[(?:[A-Za-z\d-]{1,16},)?sha256:[\da-f]{8}\]$/,
  /^(?:[*•.#?-]+|[xX]{3}[xX]*|\$\{[\w.:-]{1,80}\}|\{\{[\w .$-]{1,80}\}\}|%[sdv])$/,
  /^(?:[-*<[(]{0,3}(?:redacted|masked|hidden)[-*>\])]{0,3}|null|nil|none|true|false|undefined)$/i,
]

export const isMask = (value: string): boolean => value === '' || masks.some((mask) => mask.test(value))

const digestOf = (secret: string): string => `sha256:${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`
const beginningOf = (secret: string): string => /^[\w-]{0,4}/.exec(secret)![0]

/** A secret of which nobody can try all: its beginning and the digest by which it is known again. */
export const digested = (secret: string, beginning = beginningOf(secret), also = ''): string => `${beginning}…[${also}${digestOf(secret)}]`

const changes = (text: string): number => {
  const kindOf = (c: number): number => (c >= 48 && c <= 57 ? 0 : c >= 65 && c <= 90 ? 1 : c >= 97 && c <= 122 ? 2 : 3)
  let found = 0
  for (let at = 1; at < text.length; at++) if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1))) found++
  return found / (text.length - 1)
}
const longestLooked = 4_096

/**
 * Whether a text was made by a machine: 20 characters or more out of those of Base64, UUIDs and the like, which change their kind more often than words with numbers do.
 * Whoever has the digest of 32 bits of anything else can try passwords against it.
 */
export const looksRandom = (text: string): boolean => {
  if (text.length < 20 || !/^[\w+/=.~-]+$/.test(text) || !/\d/.test(text)) return false
  const some = text.slice(0, longestLooked)
  if (new Set(some).size < 10) return false
  if (/^(?:[\da-f-]+|[\dA-F-]+)$/.test(some)) return changes(some) >= 0.3
  return changes(some) >= 0.45 && !/[a-z]{7}|[A-Z]{7}/.test(some)
}

/** What is shown instead of a value that is known to be secret. Passwords, which people make up, are never digested. */
export const hidden = (value: string, isPassword = false): string =>
  isMask(value) ? value : !isPassword && (looksRandom(value) || isKey.test(value)) ? digested(value) : blank

/** Keys that are known by their beginning: clouds, forges, chats, payments, models. */
const formats = new RegExp([
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z\\d])',
  'LTAI[A-Za-z\\d]{12,30}(?![A-Za-z\\d])', 'AKID[A-Za-z\\d]{13,60}(?![A-Za-z\\d])',
  'gh[opsur]_[A-Za-z\\d]{36}[A-Za-z\\d]*', 'github_pat_\\w{22}\\w*', 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w-]{20}[\\w-]*',
  'xox[abceoprs]-[\\w-]{10}[\\w-]*', 'xapp-\\d-[\\w-]{10}[\\w-]*', 'AIza[\\w-]{35}', 'ya29\\.[\\w-]{20}[\\w-]*', 'GOCSPX-[\\w-]{20}[\\w-]*',
  '[rs]k_(?:live|test)_[A-Za-z\\d]{10}[A-Za-z\\d]*', 'whsec_[\\w+/=]{20}[\\w+/=]*',
  'npm_[A-Za-z\\d]{36}[A-Za-z\\d]*', 'pypi-AgEI[\\w-]{50}[\\w-]*', '[\\w~.]{3}\\dQ~[\\w~.-]{31}[\\w~.-]*', 'sk-(?=[\\w-]{0,60}\\d)[\\w-]{20}[\\w-]*', 'SG\\.[\\w-]{16}[\\w-]*\\.[\\w-]{16}[\\w-]*',
  'do[opr]_v1_[\\da-f]{64}', 'shp(?:at|ca|pa|ss)_[\\da-fA-F]{32}', 'hf_[A-Za-z\\d]{30}[A-Za-z\\d]*',
  'hv[bsr]\\.[\\w-]{20}[\\w-]*', '\\d{8,10}:AA[\\w-]{33}', 'AGE-SECRET-KEY-1[A-Z\\d]{50}[A-Z\\d]*',
].join('|'))
const isKey = new RegExp(`^(?:${formats.source})$`)

/** Where a key of a known format, a JSON web token or the block of a private key begins. */
const begins = new RegExp([
  '(?<begin>-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)', `(?<![A-Za-z\\d_-])(?:(?<token>eyJ)|(?<key>${formats.source}))`,
  '(?<![A-Za-z\\d_-])(?<path>hooks\\.slack\\.com/services/|open\\.feishu\\.cn/open-apis/bot/v2/hook/|webhook/send\\?key=)(?<end>[\\w/-]{20}[\\w/-]*)',
].join('|'), 'g')

/** A replacement of what begins at a match and ends at `end`; null where it is nothing after all. */
export type Instead = readonly [end: number, instead: string] | null

/** The text with what was found in it replaced. `handle` looks at a text once: what it looks at and leaves, it looks at no more than a few times. O(length). */
export const replaced = (text: string, start: RegExp, handle: (found: RegExpExecArray, from: number) => Instead): string => {
  const parts: string[] = []
  let done = 0
  start.lastIndex = 0
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const one = handle(found, start.lastIndex)
    if (one === null) continue
    parts.push(text.slice(done, found.index), one[1])
    done = start.lastIndex = one[0]
  }
  return done === 0 ? text : parts.join('') + text.slice(done)
}

/** Where the next of these stands, or the end. */
export const nextOf = (text: string, from: number, what: RegExp): number => {
  what.lastIndex = from
  return what.exec(text)?.index ?? text.length
}

const notOfToken = /[^\w-]/g
/** RFC 7519: header, payload, signature; RFC 7516 has five parts. */
const tokenAt = (text: string, from: number): Instead => {
  const first = nextOf(text, from, notOfToken)
  let end = first
  let more = 0
  while (more < 4 && text[end] === '.') {
    end = nextOf(text, end + 1, notOfToken)
    more++
  }
  if (more < 1 || first - from < 10 || end - first < 10) return null
  const header = Buffer.from(text.slice(from, Math.min(first, from + longestLooked)), 'base64url').toString('utf8')
  const algorithm = /"alg"\s{0,4}:\s{0,4}"([A-Za-z\d-]{1,16})"/.exec(header)?.[1]
  return [end, digested(text.slice(from, end), 'eyJ', algorithm === undefined ? '' : `${algorithm},`)]
}

const longestKey = 64 * 1024
const piece = new RegExp([
  String.raw`(?:\s|\\+[nr]|["'+,|>]){0,16}`, String.raw`(?:(?:Proc-Type|DEK-Info|Version|Comment|Hash):[^\r\n\\]{0,200}|[A-Za-z\d+/=]{16}[A-Za-z\d+/=]*)`,
  String.raw`(?:(?:\s|\\+[nr]){1,4}[A-Za-z\d+/]{0,15}=[\w+/=]{0,8}(?![\w]))?`,
].join(''), 'y')

/** The block of a key, to its end or as far as it goes where that is missing. */
const keyAt = (text: string, index: number, begin: string, endOf: (from: number) => number): Instead => {
  const from = index + begin.length
  let end = endOf(from)
  if (end - from > longestKey || end < 0) {
    end = from
    for (piece.lastIndex = from; piece.test(text);) end = piece.lastIndex
  }
  const body = text.slice(from, end)
  return isMask(begin + body) || !/[A-Za-z\d+/=]{8}/.test(body) || body.startsWith('…[') ? null : [end, digested(body, begin)]
}

/** The text without private keys, JSON web tokens and keys of known formats. O(length). */
export const withoutKeys = (text: string): string => {
  let next = 0
  const endOf = (from: number): number => {
    if (next >= 0 && next < from) next = text.indexOf('-----END', from)
    return next
  }
  return replaced(text, begins, ({ index, groups, 0: whole }, end) => {
    const { begin, token, path, end: secret, key } = groups!
    if (begin !== undefined) return keyAt(text, index, begin, endOf)
    if (token !== undefined) return tokenAt(text, index)
    return path !== undefined ? [end, path + digested(secret!, '')] : [end, digested(key ?? whole)]
  })
}
