/**
 * A cell that a spreadsheet would run as a formula: it begins, after any apostrophes, with = + - @, their full-width
 * forms (which Excel takes too under a Chinese or Japanese input method), a tab or a line break.
 * Source: OWASP, CSV Injection.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\n]/
const GUARDED = /^'+[=+\-@＝＋－＠\t\r\n]/
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?$/

/** Puts an apostrophe before a would-be formula. Plain numbers such as -5 stay numbers. */
export function guard(cell: string): string {
  return DANGEROUS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}

/** Takes one apostrophe off again: `unguard(guard(cell)) === cell` for every cell. */
export function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell
}
