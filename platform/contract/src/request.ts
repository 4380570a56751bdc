import { metaOf, type Operation } from './operation.ts'

export interface PlainRequest {
  readonly method: string
  /** Path below `/api/v1` with parameters filled in and the query appended. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** Query in bracket notation: `{ filter: { tier: ['a', 'b'] } }` → `filter[tier][0]=a&filter[tier][1]=b`. */
const queryPairs = (key: string, value: unknown): [string, string][] => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((v, i) => queryPairs(`${key}[${i}]`, v))
  if (typeof value === 'object') return Object.entries(value).flatMap(([k, v]) => queryPairs(`${key}[${k}]`, v))
  return [[key, String(value)]]
}

/** The HTTP request that an operation and its input stand for; for callers without the typed client (CLI, tests). */
export const requestOf = (operation: Operation, input: Readonly<Record<string, unknown>>): PlainRequest => {
  const { method, path } = metaOf(operation)
  const rest = { ...input }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method !== 'GET' && method !== 'DELETE') return { method, path: filled, body: rest }
  const query = new URLSearchParams(Object.entries(rest).flatMap(([k, v]) => queryPairs(k, v))).toString()
  return { method, path: query === '' ? filled : `${filled}?${query}`, body: undefined }
}
