import { rowsByIds, updateRecords, type Ctx, type Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { vulnerabilityException } from './register.ts'

interface Gone {
  readonly exception: string
  readonly vulnerability: string
}

/**
 * What was mended, ruled out or is borne elsewhere leaves the acceptances that it was listed in; one under which nothing is left ends. What an acceptance
 * bore to its end stays listed. One statement, and those of a write where something leaves.
 */
export const leave = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const { rows } = await sql<Gone>`select l.exception, l.vulnerability
    from vulnerability_exception_vulnerability l
    join vulnerability_exception e on e.org_id = l.org_id and e.id = l.exception and e.state in ('draft', 'inReview', 'approved') and e.archived_at is null
    join vulnerability v on v.org_id = l.org_id and v.id = l.vulnerability
    where l.org_id = ${ctx.org.id} and l.vulnerability = any(${ids}::uuid[])
      and not (v.state in ('open', 'confirmed', 'inProgress') or (e.state = 'approved' and v.state = 'accepted' and v.exception = e.id))`.execute(ctx.tx)
  if (rows.length === 0) return
  const gone = Map.groupBy(rows, ({ exception }) => exception)
  const standing = await rowsByIds(ctx, vulnerabilityException, [...gone.keys()], true)
  await updateRecords(asRoom(ctx), vulnerabilityException, standing.map((row) => {
    const left = new Set(gone.get(row.id)!.map(({ vulnerability }) => vulnerability))
    const vulnerabilities = (row.vulnerabilities as string[]).filter((id) => !left.has(id))
    return { id: row.id, values: { vulnerabilities, ...(vulnerabilities.length === 0 && row.state === 'approved' ? { state: 'ended' } : {}) } }
  }), undefined, 'updated', { recordedAs: 'shortened' })
}

export const followListed: readonly Subscription[] = [{
  name: 'vulnerabilities.exception.vulnerability.updated', event: 'vulnerability.updated', handle: async (ctx, { payload }) => leave(ctx, (payload as { ids: string[] }).ids),
}]
