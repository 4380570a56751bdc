const space = /\s+/gu
const noise = /[\s\p{P}\p{S}]+/gu
const brackets = /[(（[【〔{].*?[)）\]】〕}]/gu

/** A text as it is compared when case, width and spacing do not matter: `ＣＭＤＢ  A` → `cmdb a`. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(space, ' ').trim()

/** As `fold`, without punctuation, symbols and spaces: `E-mail *` and `email` are the same header. */
export const bare = (text: string): string => fold(text).replace(noise, '')

/** A header without remarks in brackets: `保密性（1-5）` → `保密性`. */
export const withoutRemark = (text: string): string => text.replace(brackets, '').trim()

/** A cell as it is taken: no white space around it, one kind of line break. */
export const trimmed = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu, '')

/** Characters that no text may hold: control characters other than tab and line break. */
export const controlCharacter = /(?![\t\n\r])\p{Cc}/u
