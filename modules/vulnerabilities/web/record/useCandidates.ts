import { useOrg, type AnyRecord } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { vulnerabilityStates } from '../../contract/index.ts'
import { api } from '../api.ts'

export interface Candidate {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly severity: string | null
  readonly state: string
  readonly location: string | null
  readonly tool: string | null
}

const state = vulnerabilityStates.filter((one) => one !== 'duplicate')

/** What may be the same flaw: others on the same asset (or the same target, where that is no asset yet) with one of its numbers, then the rest there. */
export const useCandidates = (row: AnyRecord, words: string) => {
  const org = useOrg()
  const q = useDeferredValue(words).trim()
  const place: Readonly<Record<string, string>> = row['asset'] === null ? { target: String(row['target']) } : { asset: String(row['asset']) }
  const cves = String(row['cves'] ?? '').split(', ').filter(Boolean).slice(0, 20)
  const input = { org, limit: 50, ...(q === '' ? {} : { q }) }
  const numbered = useQuery({ ...api.vulnerability.list.queryOptions({ input: { ...input, filter: { ...place, state, cves } } }), enabled: cves.length > 0, placeholderData: keepPreviousData })
  const others = useQuery({ ...api.vulnerability.list.queryOptions({ input: { ...input, filter: { ...place, state } } }), placeholderData: keepPreviousData })
  const not = (ids: ReadonlySet<string>) => (one: Candidate): boolean => !ids.has(one.id)
  const same = ((numbered.data?.items ?? []) as readonly Candidate[]).filter(not(new Set([row.id])))
  const rest = ((others.data?.items ?? []) as readonly Candidate[]).filter(not(new Set([row.id, ...same.map(({ id }) => id)])))
  return {
    same, rest, error: others.error ?? numbered.error, isPending: others.isPending,
    refetch: () => void Promise.all([others.refetch(), numbered.refetch()]),
  }
}
