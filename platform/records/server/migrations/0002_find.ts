import type { MigrationStep } from '@heng/server-kit'

export const findWithin: MigrationStep = {
  id: '0002_find',
  sql: `
-- As before, but each noun is looked up in the index by whose it is, and a text is looked at only for words that its grams do not prove.
drop function heng_find(jsonb, text[], text[], text[], text, integer, integer);
create function heng_find(reaches jsonb, wanted text[], needles text[], patterns text[], unproven text[], words text, per_noun integer, most integer)
returns table (noun text, record_id uuid, reference text, title text, archived boolean, rank integer, piece text, cut_before boolean, cut_after boolean, total bigint)
language sql stable security definer set search_path = public as $$
  with reach as (
    select * from jsonb_to_recordset(reaches) as r(noun text, everything boolean, units uuid[], person uuid)
  ), entry as not materialized (
    select s.noun, s.record_id, s.reference, s.title, s.archived, s.body
    from reach r
    -- "offset 0": one look into the index for each noun, however few of the entries seem to be left after all conditions.
    cross join lateral (select * from search_entry x
      where (x.grams || (x.org_id::text || '/' || x.noun)) @> (wanted || (nullif(current_setting('app.org_id', true), '') || '/' || r.noun)) offset 0) s
    where r.everything or s.unit_id = any(r.units) or r.person = any(s.owner_ids)
  ), named as (
    select noun, record_id, reference, title, archived from entry e
    where lower(e.title || ' ' || coalesce(e.reference, '')) like all (patterns)
    limit most
  ), worded as (
    -- A word that stands in very many texts is cut off here, after the names were looked through in full.
    select noun, record_id, reference, title, archived from entry e
    where cardinality(unproven) = 0 or lower(e.title || ' ' || coalesce(e.reference, '') || ' ' || e.body) like all (unproven)
    limit most
  ), ranked as (
    select h.*, case
        when lower(h.reference) = words then 0
        when starts_with(lower(h.title), words) or starts_with(lower(h.reference), words) then 1
        when lower(h.title) like all (patterns) then 2
        else 3
      end as rank
    from (select * from named union select * from worded) h
  ), placed as (
    select *, row_number() over (partition by noun order by archived, rank, length(title), reference) as place, count(*) over (partition by noun) as total
    from ranked
  )
  select p.noun, p.record_id, p.reference, p.title, p.archived, p.rank,
    case when f.at > 0 then substr(s.body, greatest(1, f.at - 40), 160) end,
    f.at > 41, length(s.body) > greatest(1, f.at - 40) + 159, p.total
  from placed p
  join search_entry s on s.org_id = nullif(current_setting('app.org_id', true), '')::uuid and s.noun = p.noun and s.record_id = p.record_id
  cross join lateral (select coalesce(min(nullif(position(n in lower(s.body)), 0)), 0) as at from unnest(needles) n) f
  where p.place <= per_noun
  order by p.archived, p.rank, length(p.title), p.reference
$$;
revoke all on function heng_find from public;
grant execute on function heng_find to heng_app;
`,
}
