import type { Locale } from '@heng/contract'
import { useLocale, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AcceptanceRule, Scales } from '../../contract/index.ts'
import { prepare, type Method } from '../../method/prepare.ts'
import { api } from './api.ts'

export interface InForce {
  readonly id: string
  readonly reference: string
  readonly method: Method
  readonly scales: Scales
  readonly acceptance: readonly AcceptanceRule[]
}

export interface MethodInForce {
  readonly loading: boolean
  readonly error: unknown
  /** Null before anybody drafted criteria. */
  readonly inForce: InForce | null
  readonly provisional: boolean
  /** Id of the method chosen at set-up; undefined until it is known. */
  readonly chosenMethod: string | undefined
  /** How many levels the method has; five until it is known. */
  readonly top: number
  levelName: (level: number) => string
}

/** The criteria in force with their method made ready: the browser computes with the same engine as the server. */
export const useMethod = (): MethodInForce => {
  const org = useOrg()
  const locale = useLocale()
  const { data, isPending, error } = useQuery(api.riskCriteria.inForce.queryOptions({ input: { org }, staleTime: 60_000 }))
  const criteria = data?.criteria ?? null
  const method = useMemo(() => (criteria?.definition == null ? null : prepare(criteria.definition)), [criteria?.definition])
  return useMemo(() => {
    const inForce = criteria === null || method === null ? null : { id: criteria.id, reference: criteria.reference, method, scales: criteria.scales!, acceptance: criteria.acceptance! }
    return {
      loading: isPending, error, inForce, provisional: data?.provisional ?? false, chosenMethod: data?.chosenMethod,
      top: method?.definition.levels.length ?? 5,
      levelName: (level) => method?.definition.levels.find((l) => l.value === level)?.title[locale] ?? String(level),
    }
  }, [criteria, method, data, isPending, error, locale])
}

/** A text that the organisation wrote itself: in the reader's language, else in the other. */
export const ownWords = (text: { readonly en: string; readonly 'zh-CN': string } | undefined, locale: Locale): string =>
  text === undefined ? '' : text[locale] !== '' ? text[locale] : text[locale === 'en' ? 'zh-CN' : 'en']
