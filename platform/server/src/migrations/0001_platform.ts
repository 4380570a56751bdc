import type { MigrationStep } from '../module.ts'

/** Row-level security of a table with `org_id`: visible and writable only inside the organisation of the transaction. */
export const isolate = (table: string, grants = 'select, insert, update, delete'): string => `
alter table ${table} enable row level security;
create policy ${table}_organisation on ${table}
  using (org_id = nullif(current_setting('app.org_id', true), '')::uuid)
  with check (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant ${grants} on ${table} to heng_app;`

export const platformTables: MigrationStep = {
  id: '0001_platform',
  sql: `
grant usage on schema public to heng_app;

create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  locale text not null,
  timezone text not null,
  currency text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table organisation enable row level security;
create policy organisation_own on organisation using (id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select, update on organisation to heng_app;

create table reference_counter (
  org_id uuid not null references organisation,
  noun text not null,
  next bigint not null,
  primary key (org_id, noun)
);
${isolate('reference_counter', 'select, insert, update')}

-- Who changed what: append only. The payload stands apart from its hash so that a person can be erased later.
create table history (
  id uuid primary key,
  org_id uuid not null references organisation,
  seq bigint generated always as identity,
  noun text not null,
  record_id uuid not null,
  reference text,
  action text not null,
  version integer not null,
  actor_id text,
  actor_name text not null,
  origin jsonb not null,
  reason text,
  event_version smallint not null default 1,
  payload_hash bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz
);
create index history_record on history (org_id, noun, record_id, version desc);
create index history_open on history (org_id, noun, record_id) where valid_to is null;
create index history_recent on history (org_id, seq desc);
${isolate('history', 'select, insert, update (valid_to)')}

create table history_payload (
  history_id uuid primary key references history,
  org_id uuid not null,
  salt bytea not null,
  before jsonb,
  after jsonb
);
${isolate('history_payload', 'select, insert')}

create table outbox (
  id bigint generated always as identity primary key,
  org_id uuid not null references organisation,
  type text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  done_at timestamptz
);
create index outbox_open on outbox (id) where done_at is null;
${isolate('outbox', 'insert')}

create table outbox_delivery (
  outbox_id bigint not null references outbox on delete cascade,
  subscriber text not null,
  primary key (outbox_id, subscriber)
);

-- True once per event and subscriber; the row and the subscriber's work commit together.
create function heng_claim_delivery(event bigint, who text) returns boolean
language sql security definer set search_path = public as $$
  with claimed as (insert into outbox_delivery (outbox_id, subscriber) values (event, who) on conflict do nothing returning 1)
  select exists (select 1 from claimed)
$$;
revoke all on function heng_claim_delivery from public;
grant execute on function heng_claim_delivery to heng_app;

create table idempotency (
  org_id uuid not null references organisation,
  user_id text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  response jsonb,
  at timestamptz not null default now(),
  primary key (org_id, user_id, key)
);
create index idempotency_age on idempotency (at);
${isolate('idempotency', 'select, insert, update')}

create table search_entry (
  org_id uuid not null references organisation,
  noun text not null,
  record_id uuid not null,
  reference text,
  title text not null,
  body text not null,
  grams text[] not null,
  unit_id uuid,
  owner_ids uuid[] not null default '{}',
  archived boolean not null default false,
  primary key (org_id, noun, record_id)
);
create index search_entry_grams on search_entry using gin (grams);
${isolate('search_entry')}

-- Array operators are not leakproof, so under row-level security their index would be lost (0.5 → 35 ms):
-- the search filters by organisation itself and runs with its owner's rights.
create function heng_search(nouns text[], wanted text[], needles text[], most integer)
returns table (noun text, record_id uuid, reference text, title text, unit_id uuid, owner_ids uuid[], archived boolean)
language sql stable security definer set search_path = public as $$
  select s.noun, s.record_id, s.reference, s.title, s.unit_id, s.owner_ids, s.archived
  from search_entry s
  where s.org_id = nullif(current_setting('app.org_id', true), '')::uuid
    and (nouns is null or s.noun = any(nouns))
    and s.grams @> wanted
    and not exists (
      select 1 from unnest(needles) n
      where position(n in lower(s.title || ' ' || coalesce(s.reference, '') || ' ' || s.body)) = 0)
  limit most
$$;
revoke all on function heng_search from public;
grant execute on function heng_search to heng_app;

create table job (
  id uuid primary key,
  org_id uuid not null references organisation,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  result jsonb,
  error jsonb,
  done bigint not null default 0,
  total bigint,
  cancel_requested boolean not null default false,
  started_by text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index job_recent on job (org_id, created_at desc);
${isolate('job', 'select, insert, update')}

-- Jobs enter through this door, inside the verb's transaction; it stamps the organisation.
create function heng_enqueue(task text, payload json, key text, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform graphile_worker.add_job(
    task,
    json_build_object('orgId', nullif(current_setting('app.org_id', true), ''), 'input', payload),
    job_key := key, run_at := coalesce(at, now()), max_attempts := 8);
end $$;
revoke all on function heng_enqueue from public;
grant execute on function heng_enqueue to heng_app;
`,
}
