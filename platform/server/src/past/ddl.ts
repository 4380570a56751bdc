import { createHash } from 'node:crypto'
import type { ColumnShape, TableShape } from './shapes.ts'
import type { PastTable } from './tables.ts'

/** So many columns an index holds at most; the organisation, cell, end, beginning, archived and the key go first. */
const mostColumns = 32

const names = (columns: readonly (string | ColumnShape)[], of = ''): string => columns.map((c) => `${of}"${typeof c === 'string' ? c : c.name}"`).join(', ')

/** The key says since when a version stood, too: of a record's many later versions none is fetched to find the one of an instant. It is made anew where it did not say so. */
const keyedOf = ({ name, key }: TableShape): string => `
do $$ begin
  if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indexrelid where i.indrelid = 'past."${name}"'::regclass and i.indisprimary and a.attname = 'valid_from') then
    alter table past."${name}" drop constraint "${name}_pkey", add primary key (org_id, ${names(key)}, valid_to, valid_from);
  end if;
end $$;`

/** The table of what was superseded, brought to the columns of the table itself. A column that is dropped there stays here. */
const tableOf = ({ name, key, columns, kept }: TableShape): string => {
  const defined = (c: ColumnShape): string => `"${c.name}" ${c.type}`
  if (kept === null) return `
create table past."${name}" (${columns.map(defined).join(', ')}, valid_from timestamptz not null, valid_to timestamptz not null, cell bigint not null,
  primary key (org_id, ${names(key)}, valid_to, valid_from));
alter table past."${name}" set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table past."${name}" enable row level security;
create policy "${name}_organisation" on past."${name}" using (org_id = nullif(current_setting('app.org_id', true), '')::uuid);
grant select on past."${name}" to heng_app;`
  return columns.flatMap((c) => {
    const has = kept.find((k) => k.name === c.name)
    if (has === undefined) return [`alter table past."${name}" add column ${defined(c)}${c.filler === null ? '' : ` default ${c.filler}`};`]
    return has.type === c.type ? [] : [`alter table past."${name}" alter column "${c.name}" type ${c.type} using "${c.name}"::${c.type.replace(/ collate .*/, '')};`]
  }).join('\n')
}

/** Where what lists look through is so wide that their first page, in the order that nobody asked for, is better found without it. */
const wide = 12

/**
 * Indexes carry what they hold in their names, so that another choice of columns makes them anew. One holds all that lists look through; of wide
 * ones a second holds only what the first page needs: fifty thousand versions are found there in a third of the time.
 */
const indexesOf = ({ name, key, columns, narrow }: TableShape, { stamps, lead }: PastTable): string => {
  const known = (column: string): boolean => columns.some((c) => c.name === column)
  const first = ['valid_from', ...key, ...(known('archived_at') ? ['archived_at'] : [])]
  // By which criteria a figure was computed is asked of whole registers.
  const ids = columns.filter((c) => stamps.includes(c.name) && c.type === 'uuid').map((c) => c.name)
  const held = [...first, ...ids, ...narrow.filter((column) => !first.includes(column))].slice(0, mostColumns - 3)
  const wanted = [{ kind: 'cell', held }, ...(lead !== undefined && narrow.length > wide && lead.every(known) ? [{ kind: 'lead', held: [...first, ...lead] }] : [])]
    .map((one) => ({ ...one, name: `${name}_${one.kind}_${createHash('sha256').update(one.held.join()).digest('hex').slice(0, 8)}` }))
  return `
do $$
declare old record;
begin
  for old in select indexname from pg_indexes where schemaname = 'past' and tablename = '${name}' and (indexname like '${name}\\_cell\\_%' or indexname like '${name}\\_lead\\_%')
    and indexname not in (${wanted.map((w) => `'${w.name}'`).join(', ')}) loop
    execute format('drop index past.%I', old.indexname);
  end loop;
end $$;
${wanted.map((w) => `create index if not exists "${w.name}" on past."${name}" (org_id, cell, valid_to) include (${names(w.held)});`).join('\n')}`
}

/**
 * The narrow index of the table says since when its rows stand, too, so that today's part of the past is looked through without its rows as well; so
 * does the one that keeps the order of its list. They are made anew under their own names where a migration made them without.
 */
const datedOf = ({ name }: TableShape, { lead }: PastTable): string => `
do $$
declare old record;
begin
  for old in select c.oid, c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'public.${name}'::regclass and i.indexprs is null
    and ((i.indnkeyatts = 2 and i.indnatts > 2) or (i.indnkeyatts = 3 and not i.indisunique
      and (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum <= 3) = array['org_id', '${lead?.[0] ?? ''}', 'id']))
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'valid_from')
  loop
    execute format('alter index public.%I rename to %I', old.relname, left(old.relname, 50) || '_undated');
    execute regexp_replace(replace(pg_get_indexdef(old.oid), left(old.relname, 50) || '_undated', old.relname), '(USING btree \\([^)]*\\))( INCLUDE \\()?',
      case when pg_get_indexdef(old.oid) like '% INCLUDE (%' then '\\1 INCLUDE (valid_from, ' else '\\1 INCLUDE (valid_from)' end);
    execute format('drop index public.%I', left(old.relname, 50) || '_undated');
  end loop;
end $$;`

/** Keeps what an update or a deletion supersedes, within its statement. A version that nobody could have seen is not kept. */
const triggersOf = ({ name, columns, key }: TableShape, { stamps }: PastTable): string => {
  const kept = (more: string): string => `
  insert into past."${name}" (${names(columns)}, valid_from, valid_to, cell)
  select ${names(columns, 'o.')}, o.valid_from, e.at, past.cell(o.valid_from, e.at)
  from gone o ${more} cross join lateral (select past.ended(o.valid_from) as at) e where o.valid_from < e.at on conflict do nothing`
  // Stamps alone leave the rows untouched. Which rows they did is asked only where there are such: to look for them row by row costs a fifth of all this.
  const beside = `join fresh n on n.org_id = o.org_id and ${key.map((k) => `n."${k}" = o."${k}"`).join(' and ')}`
  const updated = stamps.length === 0 ? `${kept('')};` : `
  if not exists (select from fresh where valid_from < past.now()) then${kept('')};
    return null;
  end if;
  if exists (select from fresh where valid_from >= past.now()) then${kept(`${beside} and n.valid_from > o.valid_from`)};
  end if;
  insert into past.stamp (org_id, name, at, was, ids)
  select o.org_id, '${name}', past.now(), jsonb_build_object(${stamps.map((s) => `'${s}', o."${s}"`).join(', ')}), array_agg(o.id)
  from gone o ${beside} and n.valid_from = o.valid_from where o.valid_from < past.now() and row(${names(stamps, 'n.')}) is distinct from row(${names(stamps, 'o.')})
  group by o.org_id, ${names(stamps, 'o.')};`
  const watched = stamps.length === 0 ? '' : ` of ${names(columns.filter((c) => !stamps.includes(c.name)))}`
  const trigger = (event: string, tables: string): string =>
    `create or replace trigger heng_past_${event} after ${event} on public."${name}" referencing ${tables} for each statement execute function past."keep_${name}"();`
  return `
create or replace function past."keep_${name}"() returns trigger language plpgsql security definer set search_path = public as $body$
begin
  if tg_op = 'DELETE' then${kept('')};
  else${updated}
  end if;
  return null;
end $body$;
create or replace trigger heng_past_touch before update${watched} on public."${name}" for each row execute function past.touch();
${trigger('update', stamps.length === 0 ? 'old table as gone' : 'old table as gone new table as fresh')}
${trigger('delete', 'old table as gone')}`
}

/** The table as it stood at `app.as_of`, under its own name: within the search path of a question about the past it stands before the table. */
const viewOf = ({ name, columns }: TableShape): string => `
create view as_of."${name}" with (security_invoker = true) as
  select ${names(columns)} from public."${name}" where valid_from <= past.instant()
  union all
  select ${names(columns)} from past."${name}" where cell = any(past.cells(past.instant())) and valid_to > past.instant() and valid_from <= past.instant();
grant select on as_of."${name}" to heng_app;`

/** Whose payload is taken out of the history, their versions of that time leave the past, too. */
const erasure = (nouns: ReadonlyMap<string, string>): string => `
create or replace function past.erase() returns trigger language plpgsql security definer set search_path = public as $body$
declare found record;
begin
  for found in
    select h.org_id, h.noun, h.record_id as id, h.valid_from as began, coalesce((select min(n.valid_from) from history n
      where n.org_id = h.org_id and n.noun = h.noun and n.record_id = h.record_id and n.seq > h.seq), past.now()) as ended
    from gone g join history h on h.org_id = g.org_id and h.id = g.history_id where h.valid_from < past.now()
  loop
    insert into past.erased (org_id, noun, id, valid_from, valid_to) values (found.org_id, found.noun, found.id, found.began, found.ended);
    ${[...nouns].map(([noun, table]) => `if found.noun = '${noun}' then delete from past."${table}" p where p.org_id = found.org_id and p.id = found.id and p.valid_from < found.ended and p.valid_to > found.began; end if;`).join('\n    ')}
  end loop;
  return null;
end $body$;
create or replace trigger heng_past_erase after delete on history_payload referencing old table as gone for each statement execute function past.erase();`

/** First what has to be there before old rows are told from the history, then what keeps and shows the past. */
export interface PastDdl {
  readonly tables: string
  readonly rules: string
}

export const pastDdl = (shapes: readonly TableShape[], tables: readonly PastTable[], nouns: ReadonlyMap<string, string>): PastDdl => ({
  tables: shapes.map((s) => `${s.dated ? '' : `alter table public."${s.name}" add column valid_from timestamptz not null default past.now();`}${tableOf(s)}`).join('\n'),
  rules: `${shapes.map((s) => {
    const table = tables.find((t) => t.name === s.name)!
    return [datedOf(s, table), keyedOf(s), indexesOf(s, table), triggersOf(s, table), viewOf(s)].join('\n')
  }).join('\n')}\n${erasure(nouns)}`,
})
