const keys = new Map<string, string>()
/** A key with its colon; the names of fields come again in every entry. */
const quoted = (key: string): string => {
  const known = keys.get(key)
  if (known !== undefined) return known
  const made = `${JSON.stringify(key)}:`
  if (keys.size < 10_000) keys.set(key, made)
  return made
}

/**
 * Canonical JSON after RFC 8785: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Undefined members are left out; NaN and infinities are refused.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('canonical JSON has no NaN or infinity')
    return JSON.stringify(value)
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no ${typeof value}`)
  const members = value as Readonly<Record<string, unknown>>
  let text = ''
  // The default order of sort() is that of UTF-16 code units. Every history entry passes here, so it is built in one go.
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member !== undefined) text += (text === '' ? '' : ',') + quoted(key) + (member === null ? 'null' : canonicalJson(member))
  }
  return `{${text}}`
}
