import { hidden, isMask, looksRandom, nextOf, replaced, withoutKeys, type Instead } from './secretShapes.ts'

// Credentials by where they stand: in headers, addresses, forms, JSON, settings. All expressions are bounded, or run over one class of characters to its end.

const quote = String.raw`\\{0,4}["'${'`'}]|&quot;|&#3[49];|%2[27]`
/** Between a name and its value. */
const between = String.raw`(?<after>${quote})?(?<sign>[ \t]{0,8}(?::=|=>|={1,3}|[:：]|%3D|%3A)[ \t]{0,8}\[?[ \t]{0,8})(?<opens>${quote})?`
const headers = new RegExp(String.raw`(?<before>["'${'`'}])?(?<![\w-])(?<header>(?:proxy-)?authorization|(?:set-)?cookie2?)${between}`, 'gi')

const ofPasswords = String.raw`passw(?:or)?d|passphrase|passcode|(?<![a-z])p(?:wd|ass)|(?:user|db|my|sql|ftp|smtp|login|root|admin)_?p(?:wd|ass)|密码|(?<![弱空])口令`
const ofTokens = [
  String.raw`(?<!(?:unrecogni[sz]ed|unexpected|illegal) )token|secret|api[-_]?key|(?:access|account|auth|shared|private)[-_]?key|session[-_.]?id|sessid`,
  String.raw`(?<![a-z])(?:sid|sig|signature)(?==)|credential|令牌|密钥`,
].join('|')
const ends = String.raw`(?:\d{1,3}|[-_.]?(?:keys?|value|hash|id|b64|base64|conf(?:irm(?:ation)?)?|old|new|current|again)){0,2}`
/** Fields of forms (HTML and multipart), lists of names and values, elements and options of commands are told apart from assignments. */
const assignments = new RegExp([
  String.raw`(?:(?<password>${ofPasswords})|${ofTokens})${ends}(?:${between}`,
  String.raw`(?<field>["'](?:[ \t]{1,8}value[ \t]{0,3}=[ \t]{0,3}|[ \t]{0,4},\s{0,40}["']value["'][ \t]{0,4}:[ \t]{0,4})["'])`,
  String.raw`(?<part>["']\r?\n(?:[a-z-]{1,40}:[^\r\n]{0,200}\r?\n){0,4}\r?\n)`, String.raw`(?<element>>(?=[^\s<]))`, String.raw`(?<space>[ \t]))`,
].join('|'), 'gi')

/** Ends of a value by the quotes that it begins with. */
const closers: Readonly<Record<string, RegExp>> = { '"': /["\r\n]/g, "'": /['\r\n]/g, '`': /[`\r\n]/g, '&': /&quot;|&#3[49];|[\r\n]/g, '%': /%2[27]|[\r\n]/g }
const backslashesBefore = (text: string, at: number, from: number): number => {
  let n = 0
  while (at - n > from && text[at - n - 1] === '\\') n++
  return n
}

/** Where a value in quotes ends: at such a quote that is escaped no more than the first one, or with the line. */
const quotedEnd = (text: string, from: number, opens: string): number => {
  const escapes = opens.lastIndexOf('\\') + 1
  const closer = closers[opens[escapes]!]!
  for (let end = nextOf(text, from, closer); ; end = nextOf(text, end + 1, closer)) {
    const before = /["'`]/.test(text[end] ?? '') ? backslashesBefore(text, end, from) : 0
    if (before <= escapes) return end - before
  }
}

const lineEnds = /[\r\n]|\\r\\n|\\n/g
const spaces = /\s/g
const bareEnds = /[\s&"'<>`]|;(?=\s|$|[\w .-]{1,40}=)/g
const encodedEnds = /[\s&"'<>`]|%26|%2[27]|%7D/gi
const jsonEnds = /[\s,}\]]/g
const authorityEnds = /[\s/?#"'<>\\`]/g
const restOfLine = /[ \t]{0,64}[;,]?[ \t]{0,64}(?:[\r\n]|\\[rn]|$)/y

const isLast = (text: string, end: number): boolean => {
  restOfLine.lastIndex = end
  return restOfLine.test(text)
}

const attributes = /^(?:path|domain|expires|max-age|samesite|priority|version|comment)$/i
const inCookies = (given: string): string => given.split(/(;|,(?=\s{0,8}[^\s=;,]{1,100}=))/).map((part) => {
  const at = part.indexOf('=')
  const name = part.slice(0, Math.max(at, 0)).trim()
  return name === '' || /\s/.test(name) || attributes.test(name) ? part : part.slice(0, at + 1) + part.slice(at + 1).replace(/\S+/g, (one) => (one === 'deleted' ? one : hidden(one)))
}).join('')

/** Values of `Authorization`: a scheme and what it needs (RFC 9110, 11.6.2); of schemes that nobody knows only what is no sentence. */
const inAuthorization = (value: string): string => {
  const [, scheme, space, rest] = /^([\w-]{1,40})(\s{1,8})(\S.*)$/s.exec(value) ?? []
  if (scheme === undefined) return /\s/.test(value) ? value : hidden(value)
  const isToken = /^(?:bearer|token|api-?key|key)$/i.test(scheme)
  if (isToken || /^(?:basic|negotiate|ntlm)$/i.test(scheme)) return `${scheme}${space}${rest!.replace(/^[^\s,]+/, (one) => hidden(one, !isToken))}`
  return rest!.includes('=') || !/\s/.test(rest!.trim()) ? `${scheme}${space}${hidden(rest!, true)}` : value
}

const inHeaders = (text: string): string => replaced(text, headers, ({ 0: whole, groups }, from) => {
  const { before, header, after, opens } = groups!
  const within = opens ?? (after === undefined ? before : undefined)
  const end = within === undefined ? nextOf(text, from, lineEnds) : quotedEnd(text, from, within)
  const value = text.slice(from, end)
  return [end, whole + (/cookie/i.test(header!) ? inCookies(value) : inAuthorization(value))]
})

/** `scheme://name:password@host`. */
const inAddresses = (text: string): string => replaced(text, /:\/\//g, (_, from) => {
  const authority = text.slice(from, nextOf(text, from, authorityEnds))
  const at = authority.lastIndexOf('@')
  // A password that is not encoded may hold a slash; a port is a number.
  const odd = at < 0 && /:(?!\d{0,5}$)/.test(authority) ? /^[^:]{1,100}:[^@\s"'<>`]{1,200}@/.exec(text.slice(from, from + 302)) : null
  const stop = at >= 0 ? from + at : odd === null ? -1 : from + odd[0].length - 1
  const user = text.slice(from, Math.max(stop, from))
  if (isMask(user)) return null
  const colon = user.replace(/…\[[^\]]{0,40}\]/, (mask) => '.'.repeat(mask.length)).indexOf(':')
  const [name, password] = colon < 0 ? [user, ''] : [user.slice(0, colon), user.slice(colon + 1)]
  return [stop, `://${looksRandom(name) ? hidden(name) : name}${colon < 0 ? '' : ':'}${hidden(password)}`]
})

/** Where an assigned value without quotes ends; -1 for what is rather a sentence or a piece of a program. */
const bareEnd = (text: string, from: number, sign: string, isJson: boolean, isHeader: () => boolean): number => {
  if (isJson) return /[[{]/.test(text[from] ?? '') ? -1 : nextOf(text, from, jsonEnds)
  if (sign.startsWith('%')) return nextOf(text, from, encodedEnds)
  const end = nextOf(text, from, bareEnds)
  if (/^={1,3}$/.test(sign)) return end
  // `name:1.2` is a package and its version.
  if (/^:=?$/.test(sign) && !isHeader()) return -1
  const value = text.slice(from, nextOf(text, from, spaces))
  return isLast(text, from + value.length) && !/[()<>]|\p{Script=Han}/u.test(value) ? from + value.length : -1
}

const endOfValue = (text: string, from: number, { after, sign, opens, field, part, element, space }: Readonly<Record<string, string | undefined>>, isAfter: (what: RegExp) => boolean): number => {
  if (field !== undefined || opens !== undefined) return quotedEnd(text, from, opens ?? field!.at(-1)!)
  if (part !== undefined) return nextOf(text, from, /[\r\n]/g)
  if (element !== undefined) {
    const end = nextOf(text, from, /[\s<>]/g)
    return text.startsWith('</', end) ? end : -1
  }
  if (space !== undefined) return isAfter(/(?<![\w-])--[\w-]{0,40}$/) ? nextOf(text, from, spaces) : -1
  return bareEnd(text, from, sign!, after !== undefined && sign!.includes(':'), () => isAfter(/(?:^|[\r\n"'`])x-[\w-]*$/i))
}

const inAssignments = (text: string): string => replaced(text, assignments, ({ 0: whole, index, groups }, from): Instead => {
  const end = endOfValue(text, from, groups!, (what) => what.test(text.slice(Math.max(0, index - 43), index)))
  const value = text.slice(from, Math.max(end, from)).replace(/\\{1,4}$/, '')
  return isMask(value) ? null : [from + value.length, whole + hidden(value, groups!.password !== undefined)]
})

/** Texts of rules come again with each of their findings: the last few, copied, as a piece of a report keeps all of it. */
const remembered = new Map<string, string>()
const [shortest, mostRemembered] = [100, 4 * 1024 ** 2]
let lengthRemembered = 0

const remember = (given: string, result: string): string => {
  const text = Buffer.from(given, 'utf16le').toString('utf16le')
  if (lengthRemembered > mostRemembered) {
    remembered.clear()
    lengthRemembered = 0
  }
  lengthRemembered += text.length
  remembered.set(text, result === given ? text : result)
  return result
}

const maskedOnce = (text: string): string => inAssignments(inAddresses(inHeaders(withoutKeys(text))))

/**
 * A text without what looks like a credential: private keys, JSON web tokens, keys of known formats, values of `Authorization`, `Cookie` and the like, of fields named after passwords,
 * tokens and secrets, and what stands before `@` in addresses. What remains is the beginning and eight digits of SHA-256 where nobody can try all values, else `••••`. Texts without
 * any are returned as they are; a text that is masked already is not changed. O(length).
 */
export const masked = (text: string): string => {
  const known = text.length < shortest ? undefined : remembered.get(text)
  if (known !== undefined) return known
  let [before, result] = [text, maskedOnce(text)]
  // What stood in the way of a value may itself have been masked.
  for (let rounds = 0; result !== before && rounds < 8; rounds++) [before, result] = [result, maskedOnce(result)]
  return text.length < shortest ? result : remember(text, result)
}
