import type { MigrationStep } from '../module.ts'

/**
 * What the past of a register stands on; the tables themselves are made from the registers (`past/prepare.ts`), as they follow
 * every change of theirs. `past` holds the versions that were superseded, `as_of` shows each table as it stood at `app.as_of`.
 *
 * A version is found by its cell: how long it was valid (classes grow by √2) and the quarter of such a length in which it
 * ended. Whatever was valid at an instant has ended in one of five quarters of each class: one index of plain numbers answers in
 * O(versions found), of which three in four are right, where intervals in a GiST index cannot begin with the organisation.
 */
export const past: MigrationStep = {
  id: '0008_past',
  sql: `
create schema past;
create schema as_of;
grant usage on schema past, as_of to heng_app;

-- The instant from which this transaction's changes count; milliseconds, as everywhere outside of the database.
create function past.now() returns timestamptz language sql stable as $$ select date_trunc('milliseconds', now()) $$;

-- When a version that is changed now has ended. Whoever began later and was quicker keeps a moment of their own: no version gets lost.
create function past.ended(began timestamptz) returns timestamptz language sql stable as $$
  select case when began > past.now() then began + interval '1 millisecond' else past.now() end
$$;

create function past.cell(began timestamptz, ended timestamptz) returns bigint language sql immutable as $$
  select (floor(date_part('epoch', ended) * 1000 / power(2::float8, s * 0.5::float8 - 2))::bigint << 7) | s
  from (select greatest(20, ceil(2 * ln(date_part('epoch', ended - began) * 1000) / ln(2::float8) + 1e-9))::int as s) class
$$;
create function past.cells(at timestamptz) returns bigint[] language sql immutable as $$
  select array_agg((n << 7) | s)
  from (select date_part('epoch', at) * 1000 as ms) i, generate_series(20, 84) s, lateral (select power(2::float8, s * 0.5::float8 - 2) as w) q,
    generate_series(floor(ms / w)::bigint, floor((ms + 4 * w) / w)::bigint) n
$$;

-- Declared immutable, which it is while a statement runs, so that plans are made for the instant and not for any. Only the views of
-- as_of ask it, and no plan of theirs is kept: the driver sends statements without names.
create function past.instant() returns timestamptz language sql immutable as $$ select current_setting('app.as_of')::timestamptz $$;

create function past.touch() returns trigger language plpgsql as $$
begin
  new.valid_from := past.ended(old.valid_from);
  return new;
end $$;

-- Versions whose content was erased: they are gone from their table, and whoever looks is told so.
create table past.erased (
  org_id uuid not null,
  noun text not null,
  id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null
);
create index erased_record on past.erased (org_id, noun, id);
alter table past.erased enable row level security;
create policy erased_organisation on past.erased using (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select on past.erased to heng_app;

-- Stamps are written for tens of thousands of rows at once: what they were is kept once for all rows that had the same.
create table past.stamp (
  org_id uuid not null,
  name text not null,
  at timestamptz not null,
  was jsonb not null,
  ids uuid[] not null
);
create index stamp_at on past.stamp (org_id, name, at);
alter table past.stamp enable row level security;
create policy stamp_organisation on past.stamp using (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select on past.stamp to heng_app;

-- Days of change, for whoever looks for an instant.
create index history_time on history (org_id, valid_from);
`,
}
