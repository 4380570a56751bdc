import type { MigrationStep } from '../module.ts'

/** What the grams do not prove, the text of the entry has to hold. */
const holdsNeedles = `(cardinality(needles) = 0 or not exists (
      select 1 from unnest(needles) n
      where position(n in lower(s.title || ' ' || coalesce(s.reference, '') || ' ' || s.body)) = 0))`

export const searchWhole: MigrationStep = {
  id: '0007_search_whole',
  sql: `
-- As before, but what is asked of archived records is asked here, before anything is counted or cut off.
drop function heng_search(text, text[], text[], integer);
create function heng_search(searched text, wanted text[], needles text[], of_archived boolean, most integer) returns table (record_id uuid)
language sql stable security definer set search_path = public as $$
  select s.record_id
  from search_entry s
  where (s.grams || (s.org_id::text || '/' || s.noun)) @> (wanted || (nullif(current_setting('app.org_id', true), '') || '/' || searched))
    and (of_archived is null or s.archived = of_archived)
    and ${holdsNeedles}
  limit most
$$;
-- Which of these records are found: for the first of a list in its order, where a word is in so many that looking all of them up takes longer.
create function heng_search_among(searched text, wanted text[], needles text[], records uuid[]) returns table (record_id uuid)
language sql stable security definer set search_path = public as $$
  select s.record_id
  from unnest(records) r join search_entry s on s.org_id = nullif(current_setting('app.org_id', true), '')::uuid and s.noun = searched and s.record_id = r
  where s.grams @> wanted
    and ${holdsNeedles}
$$;
revoke all on function heng_search, heng_search_among from public;
grant execute on function heng_search, heng_search_among to heng_app;
`,
}
