/**
 * Characters that break XML 1.0 (controls, noncharacters), or that make a printed line read otherwise than
 * its characters run (bidirectional controls, zero-width characters; Unicode TR 36).
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g

/** Text that every format can carry: line ends as `\n`, tabs as spaces, no controls, no lone surrogates. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(UNPRINTABLE, '')
    .toWellFormed()
}

/** Clean text on one line, for titles, headers and document properties. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

const MAX_LINK = 2_000
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address in normal form, or `undefined` for anything but http, https and mailto, so that a record cannot
 * plant `javascript:` or `file:` links. Excel refuses addresses beyond 2,079 characters.
 */
export function safeLink(link: string | undefined): string | undefined {
  if (link === undefined || link.length > MAX_LINK || !URL.canParse(link)) return undefined
  const url = new URL(link)
  return SAFE_SCHEMES.has(url.protocol) && url.href.length <= MAX_LINK ? url.href : undefined
}
