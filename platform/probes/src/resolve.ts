import { lookup } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Resolve } from './targets.ts'

const patience = 10_000

/** Asks the server's own resolver (its hosts file and name servers) for all addresses; at most 10 s. */
export const resolveName: Resolve = async (name) => {
  const waiting = new AbortController()
  const late = sleep(patience, undefined, { signal: waiting.signal }).then(() => Promise.reject(new Error(`no answer for ${name}`)))
  try {
    const found = await Promise.race([lookup(name, { all: true }), late])
    return found.map(({ address }) => address)
  } finally {
    late.catch(() => undefined)
    waiting.abort()
  }
}
