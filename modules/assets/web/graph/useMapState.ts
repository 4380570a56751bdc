import type { Search } from '@heng/web-kit'
import { useNavigate, useSearch } from '@tanstack/react-router'

export interface MapState {
  readonly unit: string | undefined
  readonly root: string | undefined
  readonly depth: number
  /** The asset beside the map. */
  readonly open: string | undefined
}

const one = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const id = (value: string | undefined): string | undefined => (value !== undefined && uuid.test(value) ? value : undefined)

/** What the map shows, all of it in the address, so that a drawing can be sent on. */
export const useMapState = (): readonly [MapState, (patch: Partial<MapState>) => void] => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const depth = Number(one(search['depth']) ?? 2)
  const state: MapState = {
    unit: id(one(search['unit'])),
    root: id(one(search['root'])),
    depth: Number.isInteger(depth) && depth >= 1 && depth <= 6 ? depth : 2,
    open: id(one(search['open'])),
  }
  const change = (patch: Partial<MapState>) => {
    const { depth: steps, ...rest } = { ...state, ...patch }
    const next = Object.fromEntries(Object.entries({ ...rest, depth: rest.root === undefined ? undefined : String(steps) }).filter(([, value]) => value !== undefined))
    void navigate({ to: '.', search: next as never, resetScroll: false })
  }
  return [state, change]
}
