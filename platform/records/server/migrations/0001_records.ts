import { isolate, type MigrationStep } from '@heng/server-kit'

export const recordsTables: MigrationStep = {
  id: '0001_records',
  sql: `
-- The audit trail is read newest first, by noun, by person or whole.
create index history_trail on history (org_id, valid_from desc, seq desc);
create index history_trail_noun on history (org_id, noun, valid_from desc, seq desc);
create index history_trail_actor on history (org_id, actor_id, valid_from desc, seq desc);

create table comment (
  id uuid primary key,
  org_id uuid not null references organisation,
  seq bigint generated always as identity,
  version integer not null,
  noun text not null,
  record_id uuid not null,
  author uuid not null,
  author_name text not null,
  body text,
  mentions uuid[] not null default '{}',
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by text,
  unique (org_id, id),
  check ((body is null) = (deleted_at is not null)),
  foreign key (org_id, author) references person (org_id, id)
);
create index comment_record on comment (org_id, noun, record_id, seq desc);
${isolate('comment', 'select, insert, update')}

-- What was uploaded, under which name, by whom. The bytes lie in the data folder under their SHA-256 and may serve several rows.
create table file (
  id uuid primary key,
  org_id uuid not null references organisation,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  name text not null,
  type text not null,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  -- Room that keeps the file for a purpose of its own, such as an import; null while only attachments hold it.
  held_by text,
  unique (org_id, id),
  foreign key (org_id, uploaded_by) references person (org_id, id)
);
create index file_content on file (sha256);
create index file_age on file (uploaded_at) where held_by is null;
${isolate('file', 'select, insert, delete, update (held_by)')}

create table attachment (
  id uuid primary key,
  org_id uuid not null references organisation,
  noun text not null,
  record_id uuid not null,
  file uuid not null,
  description text,
  effective_on date,
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null,
  removed_by_name text,
  removed_at timestamptz,
  unique (org_id, id),
  foreign key (org_id, file) references file (org_id, id),
  foreign key (org_id, added_by) references person (org_id, id)
);
create index attachment_record on attachment (org_id, noun, record_id, added_at desc);
create index attachment_file on attachment (org_id, file);
create unique index attachment_once on attachment (org_id, noun, record_id, file) where removed_at is null;
${isolate('attachment', 'select, insert, update')}

create table saved_view (
  id uuid primary key,
  org_id uuid not null references organisation,
  version integer not null,
  page text not null,
  name text not null collate "zh-x-icu",
  query jsonb not null,
  columns text[],
  shared boolean not null,
  owner uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (org_id, id),
  unique (org_id, page, owner, name),
  foreign key (org_id, owner) references person (org_id, id)
);
${isolate('saved_view')}

create table saved_view_default (
  org_id uuid not null references organisation,
  person uuid not null,
  page text not null,
  view uuid not null,
  primary key (org_id, person, page),
  foreign key (org_id, person) references person (org_id, id),
  foreign key (org_id, view) references saved_view (org_id, id) on delete cascade
);
create index saved_view_default_view on saved_view_default (org_id, view);
${isolate('saved_view_default')}

-- Ranked search over every register at once. Like heng_search it filters by organisation itself, because array operators
-- lose their index under row-level security; \`reaches\` says for each noun how far the caller may read.
-- \`patterns\` are the needles for LIKE: one expression for a row, where a subquery for each would cost ten times as much.
-- Rank: 0 reference as typed, 1 title or reference begins with the words, 2 title contains them, 3 only the other texts do.
create function heng_find(reaches jsonb, wanted text[], needles text[], patterns text[], words text, per_noun integer, most integer)
returns table (noun text, record_id uuid, reference text, title text, archived boolean, rank integer, piece text, cut_before boolean, cut_after boolean, total bigint)
language sql stable security definer set search_path = public as $$
  with reach as (
    select * from jsonb_to_recordset(reaches) as r(noun text, everything boolean, units uuid[], person uuid)
  ), entry as not materialized (
    select s.noun, s.record_id, s.reference, s.title, s.archived, s.body
    from search_entry s
    join reach r on r.noun = s.noun
    where s.org_id = nullif(current_setting('app.org_id', true), '')::uuid
      and s.grams @> wanted
      and (r.everything or s.unit_id = any(r.units) or r.person = any(s.owner_ids))
  ), named as (
    select noun, record_id, reference, title, archived from entry e
    where lower(e.title || ' ' || coalesce(e.reference, '')) like all (patterns)
    limit most
  ), worded as (
    -- A word that stands in very many texts is cut off here, after the names were looked through in full.
    select noun, record_id, reference, title, archived from entry e
    where lower(e.title || ' ' || coalesce(e.reference, '') || ' ' || e.body) like all (patterns)
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
