import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { weighRows } from '../priority/weighRows.ts'
import { vulnerability } from '../vulnerability/register.ts'

const chunk = 2_000

export interface Ended {
  readonly id: string
  readonly why: string
  readonly vulnerabilities: readonly string[]
}

/**
 * What is borne under these acceptances is open again, weighed anew with its time from now; history says why. Some ten statements per two thousand. Answers
 * the ids by acceptance.
 */
export const giveBack = async (ctx: Ctx, ended: readonly Ended[]): Promise<ReadonlyMap<string, string[]>> => {
  const why = new Map(ended.map((one) => [one.id, one.why]))
  const ids = [...new Set(ended.flatMap(({ vulnerabilities }) => vulnerabilities))]
  const given = new Map<string, string[]>()
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = (await rowsByIds(ctx, vulnerability, ids.slice(from, from + chunk), true)).filter((row) => row.state === 'accepted' && row.archivedAt === null && why.has(row.exception as string))
    const weights = await weighRows(ctx, rows.map((row) => ({ row, isOpen: true, from: ctx.now })))
    await updateRecords(asRoom(ctx), vulnerability, rows.map((row, i) => ({
      id: row.id,
      values: { ...weights[i]!, state: 'open', stateSince: ctx.now.toISOString(), stateBy: ctx.caller.personId, stateReason: why.get(row.exception as string)!, acceptedUntil: null, exception: null },
    })), undefined, 'updated', { recordedAs: 'open', search: 'later' })
    for (const row of rows) given.set(row.exception as string, [...(given.get(row.exception as string) ?? []), row.id])
  }
  return given
}
