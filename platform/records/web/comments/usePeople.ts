import { useNounNamed, useOrg, type AnyRow } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export interface Somebody {
  readonly id: string
  readonly name: string
  readonly reference: string
  readonly about: string | undefined
}

/** Names that begin with the words, or a part of them that does, before names that hold them and people found by something else. */
const rankOf = (name: string, words: string): number => {
  const [low, typed] = [name.toLowerCase(), words.toLowerCase()]
  return low.startsWith(typed) ? 0 : low.includes(` ${typed}`) ? 1 : low.includes(typed) ? 2 : 3
}

/** People whose name matches what is typed after `@`; nothing is asked before the sign was typed. */
export const usePeople = (words: string | undefined) => {
  const kit = useNounNamed('person')
  const org = useOrg()
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 150)
    return () => clearTimeout(timer)
  }, [words])
  const query = useQuery({
    queryKey: ['person', 'mention', org, settled],
    queryFn: ({ signal }) => kit!.api.list.call({ org, limit: 8, ...(settled === undefined || settled === '' ? {} : { q: settled }) }, { signal }),
    enabled: kit !== undefined && words !== undefined && settled !== undefined,
    placeholderData: keepPreviousData,
  })
  const people = ((query.data as { items: readonly AnyRow[] } | undefined)?.items ?? []).map((row): Somebody => ({
    id: row.id, name: String(row['name']), reference: row.reference, about: typeof row['jobTitle'] === 'string' ? row['jobTitle'] : undefined,
  })).toSorted((a, b) => rankOf(a.name, settled ?? '') - rankOf(b.name, settled ?? ''))
  return { people, loading: query.isFetching }
}
