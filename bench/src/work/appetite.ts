import type { Composition } from '@heng/composition'
import { signIn } from '../bench.ts'
import { plantAppetite } from '../plant/appetite.ts'
import type { Planted } from '../plant/plant.ts'
import { accountsOf } from '../plant/size.ts'
import { clockOf } from '../processor.ts'
import { quiet } from '../quiet.ts'
import { print } from './print.ts'
import { watch } from './watch.ts'

/** All risks held against a statement newly in force, from its approval to the last notice: breaches opened, work and notices included. */
export const measureAppetite = async (built: Composition, { orgId, slug, manager }: Planted): Promise<void> => {
  const { email, password } = accountsOf(slug).board
  const board = await signIn(built, slug, email, password)
  const clock = await clockOf(built)
  const watched = await watch(clock, async () => {
    await plantAppetite(manager, board)
    await quiet(built)
  })
  const { rows } = await built.kit.pool.query<{ risks: number; breaches: number }>(
    `select (select count(*)::int from appetite_position where org_id = $1) as risks, (select count(*)::int from tolerance_breach where org_id = $1 and state <> 'closed') as breaches`, [orgId])
  print([{ name: `${rows[0]!.risks} risks held against a new statement of appetite, ${rows[0]!.breaches} of them beyond tolerance`, ...watched }])
}
