import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '@heng/web-kit'

/** Filters of the audit trail as they stand in the address. */
export interface TrailFilter {
  readonly nouns: readonly string[]
  readonly actor: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

const one = (value: string | readonly string[] | undefined): string | undefined => {
  const first = typeof value === 'string' ? value : value?.[0]
  return first === '' ? undefined : first
}
const day = (value: string | undefined): string | undefined => (value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)

/** Reads the filters; what is no filter is left out, so that a mistyped address shows the whole trail. */
export const readTrailFilter = (search: Search): TrailFilter => ({
  nouns: [search['noun'] ?? []].flat().filter((name) => /^[a-z][A-Za-z]{0,59}$/.test(name)),
  actor: one(search['actor']),
  from: day(one(search['from'])),
  to: day(one(search['to'])),
})

export const writeTrailFilter = ({ nouns, actor, from, to }: TrailFilter): Record<string, string | readonly string[]> => ({
  ...(nouns.length === 0 ? {} : { noun: nouns.length === 1 ? nouns[0]! : nouns }),
  ...(actor === undefined ? {} : { actor }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

export const useTrailFilter = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const filter = readTrailFilter(search)
  const change = (patch: Partial<TrailFilter>) =>
    void navigate({ to: '.', search: writeTrailFilter({ ...filter, ...patch }) as never, replace: true, resetScroll: false })
  return [filter, change] as const
}
