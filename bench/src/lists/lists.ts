import type { Composition } from '@heng/composition'
import { metaOf, operationsOf } from '@heng/contract'
import type { Member } from '../bench.ts'
import { clockOf, shownMs, since } from '../processor.ts'
import { queriesOf } from './queries.ts'

const limitMs = 50
const times = 3
const shown = 5

export interface Asked {
  readonly query: string
  readonly ms: number
  /** Processor time. */
  readonly serverMs: number
  readonly databaseMs: number
}

/** Asks the list of a noun every query of `queriesOf`; each time is the median of a few. */
export const askLists = async (built: Composition, member: Member, orgId: string, noun: string): Promise<Asked[]> => {
  const { kit } = built
  const operations = kit.modules.flatMap(({ contract }) => (contract === undefined ? [] : operationsOf(contract))).map(metaOf)
  const path = operations.find(({ id }) => id === `${noun}.list`)!.path.replace('/orgs/{org}/', '')
  const clock = await clockOf(built)
  const asked: Asked[] = []
  for (const query of await queriesOf(kit, kit.registers.get(noun)!, orgId)) {
    const took: number[] = []
    const worked = since(clock)
    for (let i = 0; i < times; i++) {
      const began = performance.now()
      await member.get(`${path}?${query}`)
      took.push(performance.now() - began)
    }
    const { server, database } = worked()
    asked.push({ query, ms: took.toSorted((a, b) => a - b)[times >> 1]!, serverMs: server / times, databaseMs: database / times })
  }
  return asked
}

/** Prints, for each noun, how long its list takes over all ways to sort and filter it, and the slowest of them. */
export const measureLists = async (built: Composition, member: Member, orgId: string, nouns: readonly string[]): Promise<void> => {
  console.log('\np50 ms    p95 ms    over      cpu ms    database  lists')
  const line = (cells: readonly string[], name: string): void => console.log(`${cells.map((c) => c.padEnd(10)).join('')}${name}`)
  for (const noun of nouns) {
    const asked = (await askLists(built, member, orgId, noun)).toSorted((a, b) => b.ms - a.ms)
    const at = (p: number): string => asked[Math.floor(asked.length * (1 - p))]!.ms.toFixed(1)
    const mean = (of: 'serverMs' | 'databaseMs'): string => shownMs(asked.reduce((sum, one) => sum + one[of], 0) / asked.length)
    line([at(0.5), at(0.95), String(asked.filter(({ ms }) => ms > limitMs).length), mean('serverMs'), mean('databaseMs')], `${noun}, sorted and filtered in ${asked.length} ways; the slowest:`)
    for (const { query, ms, serverMs, databaseMs } of asked.slice(0, shown)) line([ms.toFixed(1), '', '', shownMs(serverMs), shownMs(databaseMs)], `  ${decodeURIComponent(query)}`)
  }
}
