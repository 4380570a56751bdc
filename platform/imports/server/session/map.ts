import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { Mapping } from '../../contract/index.ts'
import { makePlan } from '../check/plan.ts'
import { clearRows } from '../check/store.ts'
import { checkMapping } from '../mapping/check.ts'
import { remember } from '../mapping/memory.ts'
import { theTarget } from '../target/importable.ts'
import { matchKeys, sameKey } from '../target/keys.ts'
import { changeSession, presented, sessionFor } from './store.ts'

/**
 * Says which column is which field. The organisation remembers it for the next file with this header. A dry run that
 * was made with another mapping is dropped. Throws `invalid` naming each thing that does not fit.
 */
export const map = async (ctx: Ctx, { id, version, mapping }: { id: string; version: number; mapping: Mapping }) => {
  const session = await sessionFor(ctx, id, version)
  if (session.stage === 'applied' || session.stage === 'cancelled') throw new HengError('import.over', { status: 409 })
  const target = theTarget(ctx.kit, session.noun)
  const keys = await matchKeys(ctx, target)
  checkMapping(mapping, session.reading.header, target, keys)
  const key = keys.find((one) => sameKey(one.fields, mapping.matchBy))
  const ordered: Mapping = { ...mapping, matchBy: [...(key?.fields ?? [])] }
  // Reads the default texts, so that a wrong one is refused here and not once for each row.
  await makePlan(ctx, target, ordered)
  await clearRows(ctx, id)
  await remember(ctx, session.noun, session.reading.header, ordered)
  await changeSession(ctx, session, 'mapped', { stage: 'mapped', job: null, mapping: ordered, summary: null })
  return presented(ctx, id)
}
