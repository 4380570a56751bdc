import { useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from './api.ts'

export interface Units {
  readonly all: readonly { readonly id: string; readonly name: string }[]
  /** The name of a unit; a dash until it is known. */
  readonly nameOf: (id: string) => string
  /** Units over a unit, the nearest first. */
  readonly above: (id: string) => readonly string[]
}

/** Units by name with those above them. */
export const useUnits = (): Units => {
  const org = useOrg()
  const { data } = useQuery(api.riskAppetite.units.queryOptions({ input: { org }, staleTime: 60_000 }))
  return useMemo(() => {
    const all = data?.units ?? []
    const byId = new Map(all.map((u) => [u.id, u]))
    const above = (id: string): string[] => {
      const path: string[] = []
      for (let at = byId.get(id)?.parent ?? null; at !== null && !path.includes(at); at = byId.get(at)?.parent ?? null) path.push(at)
      return path
    }
    return { all, nameOf: (id) => byId.get(id)?.name ?? '–', above }
  }, [data])
}
