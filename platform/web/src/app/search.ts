/** The query of a page's address: each key once or several times, always text. */
export type Search = Readonly<Record<string, string | readonly string[]>>

/** Reads a query string; a key that stands several times becomes a list. */
export const parseSearch = (query: string): Record<string, string | string[]> => {
  const search: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  for (const [key, value] of new URLSearchParams(query)) {
    const known = search[key]
    search[key] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value]
  }
  return search
}

// Brackets, colons and commas are legible in a shared link and safe in a query (RFC 3986 §3.4, WHATWG URL).
const encode = (part: string): string =>
  encodeURIComponent(part).replace(/%5B/g, '[').replace(/%5D/g, ']').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%20/g, '+')

/** Writes a query string, with its leading `?` when it is not empty. Empty and missing values are left out. */
export const stringifySearch = (search: Readonly<Record<string, unknown>>): string => {
  const parts: string[] = []
  for (const [key, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== undefined && one !== null && one !== '') parts.push(`${encode(key)}=${encode(String(one))}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
