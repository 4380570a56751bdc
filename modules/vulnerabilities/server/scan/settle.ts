import { asSystem, updateRecords, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { vulnerabilityScan } from './register.ts'

/** Scans whose job was stopped before it began, or ended with its process: they say so as well. */
export const settleScans = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string; id: string; state: string }>`select s.org_id, s.id, j.state from vulnerability_scan s join job j on j.org_id = s.org_id and j.id = s.job
    where s.state in ('waiting', 'running') and j.state in ('failed', 'cancelled')`.execute(kit.db)
  for (const [org, own] of Map.groupBy(rows, ({ org_id }) => org_id)) {
    await asSystem(kit, org, 'job', 'vulnerabilities.settleScans', (ctx) => updateRecords(asRoom(ctx), vulnerabilityScan, own.map(({ id, state }) => ({ id, values: { state } }))))
  }
}
