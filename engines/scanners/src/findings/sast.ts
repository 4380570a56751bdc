/** Lines of a report that say anything, one under the other. */
export const linesOf = (...parts: readonly (string | null | undefined)[]): string => parts.filter((t) => t != null && t !== '').join('\n')

/** `Commit: abc`, or nothing where there is no value. */
export const named = (name: string, value: string | null | undefined): string | null => (value == null || value === '' ? null : `${name}: ${value}`)

/** The first number of `12`, `12-14` and `L12`, or null. */
export const lineOf = (value: string | null | undefined): number | null => {
  const found = /^\D{0,8}(\d{1,9})/.exec(value ?? '')
  return found === null || found[1] === '0' ? null : Number(found[1])
}
/** The second number of `12-14`, or null. */
export const endLineOf = (value: string | null | undefined): number | null => lineOf(/^\D{0,8}\d{1,9}\s*-(.*)$/.exec(value ?? '')?.[1])
