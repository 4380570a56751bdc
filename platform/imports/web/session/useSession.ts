import { useOrg } from '@heng/web-kit'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Mapping } from '../../contract/index.ts'
import { api, isRunning, useImport, useRefreshImports, type Details, type Session } from '../api.ts'

export interface Verbs {
  readonly busy: boolean
  readonly error: unknown
  /** Keeps the mapping and makes the dry run with it; answers whether it began. */
  readonly check: (mapping: Mapping) => Promise<boolean>
  readonly apply: () => void
  readonly stop: () => void
  readonly discard: () => void
  readonly read: (how: ReadChoice) => void
}
export type ReadChoice = Omit<Parameters<typeof api.read.call>[0], 'org' | 'id' | 'version'>

export interface LoadedSession {
  readonly row: Session
  readonly details: Details
  readonly verbs: Verbs
}

/** An import with its figures and its verbs. An error of a verb stays until the next one. */
export const useSession = (id: string) => {
  const org = useOrg()
  const refresh = useRefreshImports()
  const { details, session } = useImport(id)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      return true
    } catch (thrown) {
      setError(thrown)
      return false
    } finally {
      await refresh()
      setBusy(false)
    }
  }
  const version = details.data?.version ?? 1
  const verbs: Verbs = {
    busy, error,
    check: (mapping) =>
      run(async () => {
        const mapped = await api.map.call({ org, id, version, mapping })
        await api.check.call({ org, id, version: mapped.version })
      }),
    apply: () => void run(() => api.apply.call({ org, id, version })),
    stop: () => void run(() => api.stop.call({ org, id })),
    discard: () => void run(() => api.discard.call({ org, id, version })),
    read: (how) => void run(() => api.read.call({ org, id, version, ...how })),
  }
  useAfterStep(isRunning(details.data), refresh)
  return { details, session, verbs }
}

/** The end of a step changes what the session is. */
const useAfterStep = (running: boolean, refresh: () => Promise<void>) => {
  const before = useRef(running)
  const ended = useEffectEvent(() => void refresh())
  useEffect(() => {
    if (before.current && !running) ended()
    before.current = running
  }, [running])
}
