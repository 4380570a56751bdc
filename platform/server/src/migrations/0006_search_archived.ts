import type { MigrationStep } from '../module.ts'

export const searchTellsArchived: MigrationStep = {
  id: '0006_search_archived',
  sql: `
-- As before, and whether a record is archived: where nothing else is asked, its own row need not be looked up (8,700 of 100,000 assets: 28 ms).
drop function heng_search(text, text[], text[], integer);
create function heng_search(searched text, wanted text[], needles text[], most integer) returns table (record_id uuid, archived boolean)
language sql stable security definer set search_path = public as $$
  select s.record_id, s.archived
  from search_entry s
  where (s.grams || (s.org_id::text || '/' || s.noun)) @> (wanted || (nullif(current_setting('app.org_id', true), '') || '/' || searched))
    and (cardinality(needles) = 0 or not exists (
      select 1 from unnest(needles) n
      where position(n in lower(s.title || ' ' || coalesce(s.reference, '') || ' ' || s.body)) = 0))
  limit most
$$;
revoke all on function heng_search from public;
grant execute on function heng_search to heng_app;
`,
}
