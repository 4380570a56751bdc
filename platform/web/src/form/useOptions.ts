import type { Label } from '@heng/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import type { AnyPage } from '../client/registerApi.ts'
import { useOrg } from '../client/session.ts'

export interface RecordOption {
  readonly value: string
  readonly text: string
  readonly reference: string | null
}

/** A value that follows its source once that has rested for `ms` milliseconds. */
export const useSettled = <T>(value: T, ms: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

/** The first 30 records of a noun that match the words, from its register's own search. */
export const useOptions = (kit: NounKit | undefined, words: string, enabled: boolean) => {
  const org = useOrg()
  const q = useSettled(words.trim(), 200)
  const query = useQuery({
    queryKey: [kit?.noun.name ?? '', 'options', org, q],
    queryFn: async ({ signal }) => kit!.api.list.call({ org, limit: 30, ...(q === '' ? {} : { q }) }, { signal }),
    enabled: enabled && kit !== undefined,
    placeholderData: keepPreviousData,
  })
  const options = ((query.data as AnyPage | undefined)?.items ?? []).map((row): RecordOption => {
    const text = row[kit!.noun.label]
    return { value: row.id, text: typeof text === 'string' ? text : row.reference, reference: row.reference }
  })
  return { options, loading: query.isFetching, error: query.error }
}

export const optionOfLabel = (id: string, label: Label | undefined, hidden: string): RecordOption => ({
  value: id,
  text: label?.text ?? hidden,
  reference: label?.reference ?? null,
})
