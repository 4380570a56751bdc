import type { Composition } from '@heng/composition'
import { signIn, type Member } from '../bench.ts'
import { quiet } from '../quiet.ts'
import { plantAssets } from './assets.ts'
import { plantChain } from './chain.ts'
import { plantPeople } from './people.ts'
import { createRandom } from './random.ts'
import { plantRisks } from './risks.ts'
import { accountsOf, type Size } from './size.ts'
import { plantSoa } from './soa.ts'

export interface Planted {
  readonly orgId: string
  readonly slug: string
  readonly manager: Member
  readonly assetIds: readonly string[]
  readonly riskIds: readonly string[]
  readonly soaId: string
}

/** Plants one organisation by the verbs that people use; its worker has to run. Repeatable: the same seed, the same organisation. */
export const plant = async (built: Composition, size: Size, say: (line: string) => void, slug = 'bench'): Promise<Planted> => {
  const random = createRandom(size.seed)
  const { manager, board } = accountsOf(slug)
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const made = await work()
    say(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`)
    return made
  }
  const house = await timed(`${size.units} units, ${size.people} people`, () => plantPeople(built.kit, size, random, slug, [manager, board]))
  const assets = await timed(`${size.assets} assets`, () => plantAssets(built.kit, random, house, size.assets))
  await built.kit.pool.query('analyze')
  const [asManager, asBoard] = [await signIn(built, slug, manager.email, manager.password), await signIn(built, slug, board.email, board.password)]
  const riskIds = await timed(`${size.scenarios} scenarios, confirmed and rated`, () => plantRisks(built, asManager, asBoard, random, assets, size.scenarios))
  const soaId = await timed('statement of applicability', () => plantSoa(asManager))
  await timed('controls against each risk', () => plantChain(built, asManager, random, house.orgId, riskIds))
  await timed('events delivered', () => quiet(built))
  return { orgId: house.orgId, slug, manager: asManager, assetIds: assets.map((a) => a.id), riskIds, soaId }
}

/** What an earlier run planted in this database; null when it is empty. */
export const planted = async (built: Composition, slug = 'bench'): Promise<Planted | null> => {
  const ids = async (text: string): Promise<string[]> => (await built.kit.pool.query<{ id: string }>(text)).rows.map((r) => r.id)
  const [orgId] = await ids(`select id from organisation where slug = '${slug}'`)
  if (orgId === undefined) return null
  const { email, password } = accountsOf(slug).manager
  const [soaId] = await ids(`select id from soa where org_id = '${orgId}' order by id limit 1`)
  return {
    orgId, slug, manager: await signIn(built, slug, email, password), soaId: soaId!,
    assetIds: await ids(`select id from asset where org_id = '${orgId}' order by id`), riskIds: await ids(`select id from risk where org_id = '${orgId}' order by id`),
  }
}
