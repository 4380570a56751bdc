import { useMatches, useNavigate, useSearch } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import { useRegistry, type Registry } from '../app/registry.ts'
import { instantOf } from './instant.ts'

export interface PastState {
  /** The instant that the page shows; null for today, and on pages that know today only. */
  readonly asOf: string | null
  /** The instant of the address, whatever the page makes of it. */
  readonly wanted: string | null
  /** Whether this page can show the past. */
  readonly able: boolean
  /** Address, below the organisation, of the page that holds two instants against one another. */
  readonly compare: string | undefined
  readonly choose: (instant: string | null) => void
}

const nothing: PastState = { asOf: null, wanted: null, able: false, compare: undefined, choose: () => undefined }
export const PastContext = createContext<PastState>(nothing)

/** What of the past the page shows, and the means to change it. */
export const usePast = (): PastState => useContext(PastContext)

/** What a page of the registry makes of the past: pages of nouns all show it, others say so themselves. */
const abilityOf = ({ pages, nouns }: Registry, path: string): { able: boolean; compare: string | undefined } => {
  const page = pages.find((one) => one.path === path)
  const noun = [...nouns.values()].find((one) => one.path === path || `${one.path}/$id` === path)
  return { able: page?.asOf !== undefined || noun !== undefined, compare: page?.asOf?.compare ?? (noun === undefined || page?.asOf !== undefined ? undefined : `changes/${noun.noun.name}`) }
}

/** The state of the past for the page of the address. */
export const usePastOfAddress = (): PastState => {
  const registry = useRegistry()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const full = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' })
  const path = String(full).replace(/^\/o\/\$org\/?/, '').replace(/\/$/, '')
  const wanted = instantOf(search['asOf'])
  return useMemo(() => {
    const { able, compare } = abilityOf(registry, path)
    const choose = (instant: string | null) => void navigate({ to: '.', search: ((before: object) => ({ ...before, asOf: instant ?? undefined })) as never, replace: true, resetScroll: false })
    return { asOf: able ? wanted : null, wanted, able, compare, choose }
  }, [registry, path, wanted, navigate])
}
