import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNouns, useOrg, type NounKit } from '@heng/web-kit'
import { useEffect, useMemo, useState } from 'react'
import type { FoundRecord } from '../../contract/index.ts'
import { api } from '../api.ts'

export interface Hit {
  /** Unique in the list. */
  readonly key: string
  /** Address below the organisation. */
  readonly to: string
  readonly found?: FoundRecord
  /** A register, or its complete results. */
  readonly place?: string
}
export interface HitGroup {
  readonly key: string
  readonly title: string | null
  /** How many there are, with a plus where counting stopped. */
  readonly total: string
  readonly hits: readonly Hit[]
}
interface Found {
  readonly items: readonly FoundRecord[]
  readonly counts: readonly { readonly noun: string; readonly total: number }[]
  readonly capped: boolean
}

const placesFor = (nouns: readonly NounKit[], q: string): Hit[] =>
  q === '' ? [] : nouns.filter(({ text }) => text.many.toLowerCase().includes(q.toLowerCase())).slice(0, 4)
    .map(({ path, text }) => ({ key: `place ${path}`, to: path, place: text.many }))

/** A record that is named by a code shows its words; then no place in them is marked. */
const named = (item: FoundRecord, words: Readonly<Record<string, string>> | undefined): FoundRecord => {
  const title = words?.[item.title]
  return title === undefined ? item : { ...item, title, titleMatches: [] }
}

/** Records grouped by their noun, in the order of each noun's best hit; a noun without pages here is left out. */
export const groupHits = (
  { items, counts, capped }: Found, nouns: readonly Pick<NounKit, 'noun' | 'path' | 'text'>[], q: string, all: (count: string, noun: string) => string,
): HitGroup[] =>
  [...Map.groupBy(items, (item) => item.noun)].flatMap(([name, found]): HitGroup[] => {
    const kit = nouns.find(({ noun }) => noun.name === name)
    if (kit === undefined) return []
    const count = counts.find((one) => one.noun === name)?.total ?? found.length
    const total = `${count}${capped ? '+' : ''}`
    const hits = found.map((item): Hit => ({ key: item.id, to: `${kit.path}/${item.id}`, found: named(item, kit.text.values[kit.noun.label]) }))
    const more: Hit[] = count > hits.length ? [{ key: `all ${name}`, to: `${kit.path}?q=${encodeURIComponent(q)}`, place: all(total, kit.text.many) }] : []
    return [{ key: name, title: kit.text.many, total, hits: [...hits, ...more] }]
  })

/** What the palette shows for the words typed, a moment after the last key. */
export const useResults = (typed: string, all: (count: string, noun: string) => string) => {
  const org = useOrg()
  const nouns = useNouns()
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 150)
    return () => clearTimeout(timer)
  }, [typed])
  const query = useQuery({ ...api.search.find.queryOptions({ input: { org, q, limit: 40, perNoun: 6 } }), enabled: q !== '', placeholderData: keepPreviousData })
  const groups = useMemo((): HitGroup[] => {
    const places = placesFor(nouns, q)
    const found = q === '' || query.data === undefined ? [] : groupHits(query.data, nouns, q, all)
    return [...(places.length === 0 ? [] : [{ key: 'places', title: null, total: '', hits: places }]), ...found]
  }, [nouns, q, query.data, all])
  return { q, groups, error: q === '' ? null : query.error, searching: typed.trim() !== q || query.isFetching, settled: q !== '' && query.isSuccess && !query.isPlaceholderData }
}
