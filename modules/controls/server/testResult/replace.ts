import { HengError, notFound } from '@heng/contract'
import { authorise, createRecords, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { shown } from '../shown.ts'
import { testResult } from './register.ts'

const carried = ['test', 'periodFrom', 'periodTo', 'performedOn', 'performedBy', 'populationSize', 'populationHash', 'seed', 'items', 'examined', 'deviations'] as const

/**
 * Begins a result that corrects a concluded one, with what was found there to start from. The old one holds until the new one is
 * concluded; there is one correction at a time.
 */
export const replace = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const [row] = await rowsByIds(ctx, testResult, [id], true)
  if (row === undefined) throw notFound('testResult')
  authorise(ctx, 'testResult:write', resourceOf(testResult, row))
  if (row.version !== version) throw new HengError('versionConflict', { status: 409 })
  if (row.state !== 'concluded' && row.state !== 'reviewed') throw new HengError('testResult.notConcluded', { status: 409, params: { reference: row.reference } })
  const [made] = await createRecords(ctx, testResult, [{ ...Object.fromEntries(carried.map((key) => [key, row[key]])), replaces: id, replacementReason: reason }], reason)
  return shown(ctx, testResult, made!)
}
