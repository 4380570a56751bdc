import { rowset, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { Flaws, leadingFlaw } from './flaws.ts'
import { weigh, type Weight, type Weighed } from './weigh.ts'

export interface RowToWeigh {
  readonly row: StoredRow
  readonly isOpen: boolean
  /** Since when its time runs. */
  readonly from: Date | string
}

/** Its time runs since it was first seen or, once it came back, since then. */
export const since = (row: StoredRow): Date | string => (row.priorityReason as { from?: string | null } | null)?.from ?? new Date(row.firstSeen as string)

interface Beside {
  readonly id: string
  readonly value: number | null
  readonly exposure: Weighed['exposure']
  readonly cves: string[] | null
  readonly flaw: string | null
}

const columns = [{ name: 'id', type: 'uuid' }, { name: 'target', type: 'uuid' }, { name: 'asset', type: 'uuid' }, { name: 'tool', type: 'text' }]

/** Weighs vulnerabilities that stand, by what is known of their assets, targets, flaws and numbers now, in their order. Four statements. */
export const weighRows = async (ctx: Ctx, all: readonly RowToWeigh[]): Promise<Weight[]> => {
  if (all.length === 0) return []
  const { rows } = await sql<Beside>`select v.id, a.value, t.exposure, (select array_agg(c.cve) from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.vulnerability = v.id) as cves, ${leadingFlaw(ctx.org.id)} as flaw
    from (select * from ${rowset(columns, all.map(({ row }) => row))}) v
    join scan_target t on t.org_id = ${ctx.org.id} and t.id = v.target left join asset a on a.org_id = ${ctx.org.id} and a.id = v.asset`.execute(ctx.tx)
  const beside = new Map(rows.map((row) => [row.id, row]))
  const flaws = new Flaws()
  await flaws.load(ctx, rows.map(({ flaw }) => flaw))
  return weigh(ctx, all.map(({ row, isOpen, from }): Weighed => {
    const own = beside.get(row.id)
    return {
      severity: row.severity as Weighed['severity'], cvss: row.cvss as number | null, ...flaws.of(own?.flaw ?? null), cves: own?.cves ?? [], assetValue: own?.value ?? null,
      exposure: own?.exposure ?? null, from, isOpen,
    }
  }))
}
