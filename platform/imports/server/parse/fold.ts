const space = /\s+/gu
const noise = /[\s\p{P}\p{S}]+/gu
const brackets = /[(（[【〔{].*?[)）\]】〕}]/gu

/** Neither spaces, nor anything that has another form in Unicode. */
const plain = /^[\x21-\x7e]*$/

/** A text as it is compared when case, width and spacing do not matter: `ＣＭＤＢ  A` → `cmdb a`. */
export const fold = (text: string): string => (plain.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().replace(space, ' ').trim())

/** As `fold`, without punctuation, symbols and spaces: `E-mail *` and `email` are the same header. */
export const bare = (text: string): string => fold(text).replace(noise, '')

/** A header without remarks in brackets: `保密性（1-5）` → `保密性`. */
export const withoutRemark = (text: string): string => text.replace(brackets, '').trim()

/** Printable ASCII, or letters of East Asia: no white space, of which most texts have none at their ends. */
const isPrinted = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)

/** A cell as it is taken: no white space around it, one kind of line break. */
export const trimmed = (text: string): string =>
  text === '' || (isPrinted(text.charCodeAt(0)) && isPrinted(text.charCodeAt(text.length - 1)) && !text.includes('\r')) ? text : text.replace(/\r\n?/g, '\n').replace(/^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu, '')

/** Characters that no text may hold: control characters other than tab and line break. */
export const controlCharacter = /(?![\t\n\r])\p{Cc}/u
