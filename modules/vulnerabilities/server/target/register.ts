import { register, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { scanTarget as noun } from '../../contract/target.ts'

const open = sql`(select count(*)::int from vulnerability v where v.org_id = t.org_id and v.target = t.id and v.archived_at is null and v.state in ('open', 'confirmed', 'inProgress'))`
const identifiers = sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'lastSeen', to_jsonb(i.last_seen)) order by i.kind, i.value), '[]'::jsonb)
  from scan_target_identifier i where i.org_id = t.org_id and i.target = t.id)`

export const scanTarget = register(noun, {
  table: 'scan_target',
  importable: false,
  computed: { openVulnerabilities: open, identifiers },
  stamps: ['lastSeen'],
  resource: (row: StoredRow) => ({ unitId: row.unit as string | null, ownerIds: [] }),
})
