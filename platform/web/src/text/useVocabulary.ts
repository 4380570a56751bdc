import { vocabulary, type Term } from '@heng/contract'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { apiFor } from '../client/api.ts'
import { useOrg } from '../client/session.ts'
import { useLocale } from './text.ts'

const api = apiFor({ vocabulary }).vocabulary

export interface VocabularyTerm {
  readonly code: string
  readonly title: string
  readonly group: string | undefined
  /** Everything a search in a picker may find it by. */
  readonly words: string
  /** Values of other fields that follow from it. */
  readonly implies: Readonly<Record<string, string>>
}
export interface Vocabulary {
  readonly terms: readonly VocabularyTerm[]
  /** The code itself where the vocabulary does not know it; a placeholder until the vocabulary has arrived. */
  readonly titleOf: (code: string) => string
  readonly loading: boolean
}

/** Values of a `code` field in the current language; kept for the session, shared by all that ask. */
export const useVocabulary = (name: string | undefined): Vocabulary => {
  const org = useOrg()
  const locale = useLocale()
  const { data, isFetching, isPending } = useQuery(api.get.queryOptions({ input: name === undefined ? skipToken : { org, name }, staleTime: 600_000 }))
  return useMemo(() => {
    const terms = ((data?.terms ?? []) as readonly Term[]).map((term) => ({
      code: term.code,
      title: term.title[locale],
      group: term.group?.[locale],
      words: [term.code, term.title.en, term.title['zh-CN'], ...term.aliases].join(' ').toLowerCase(),
      implies: term.implies ?? {},
    }))
    const titles = new Map(terms.map(({ code, title }) => [code, title]))
    return { terms, titleOf: (code) => titles.get(code) ?? (isPending && name !== undefined ? '…' : code), loading: isFetching }
  }, [data, locale, isFetching, isPending, name])
}
