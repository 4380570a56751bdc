import { allows, register, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { scanTarget as noun } from '../../contract/target.ts'

const open = sql`(select count(*)::int from vulnerability v where v.org_id = t.org_id and v.target = t.id and v.archived_at is null and v.state in ('open', 'confirmed', 'inProgress'))`
const identifiers = sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'lastSeen', to_jsonb(i.last_seen)) order by i.kind, i.value), '[]'::jsonb)
  from scan_target_identifier i where i.org_id = t.org_id and i.target = t.id)`

const resource = (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [] })

/** What of it the caller may do, for the page to offer. */
const actions = (ctx: Ctx, row: StoredRow): string[] => {
  if (row.archivedAt !== null || !allows(ctx, 'scanTarget:write', resource(row))) return []
  return row.state === 'unmatched' ? ['match', 'enlist', 'ignore'] : row.state === 'matched' ? ['match'] : ['takeBack']
}

export const scanTarget = register(noun, {
  table: 'scan_target',
  importable: false,
  computed: { openVulnerabilities: open, identifiers },
  stamps: ['lastSeen'],
  actions,
  resource,
})
