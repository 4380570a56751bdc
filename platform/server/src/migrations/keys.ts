/**
 * Makes (org_id, id) the primary key of a register's table, where it was a second key beside id: one index less to write for each
 * record. Foreign keys to it are made anew.
 */
export const keyedByOrganisation = (table: string): string => `
do $$
declare pointing record; again text[] := '{}'; one text;
begin
  for pointing in
    select conrelid::regclass as at, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and confrelid = '${table}'::regclass
  loop
    again := again || format('alter table %s add constraint %I %s', pointing.at, pointing.name, pointing.definition);
    execute format('alter table %s drop constraint %I', pointing.at, pointing.name);
  end loop;
  alter table ${table} drop constraint ${table}_pkey, drop constraint ${table}_org_id_id_key, add primary key (org_id, id);
  foreach one in array again loop execute one; end loop;
end $$;`

/** Column → the table whose records it names, by id or by another column. */
export type References = Readonly<Record<string, string | { readonly table: string; readonly key: string }>>

/**
 * Foreign keys of a table that is written in thousands of rows, checked once a statement for the values that differ, where the
 * database's own checks look up each row (9 µs a column). Errors are those of a foreign key. It does not lock what is named,
 * so it may only name records that nobody deletes: the right to do so is taken away.
 */
export const checkedReferences = (table: string, references: References): string => {
  const all = Object.entries(references).map(([column, to]) => ({ column, ...(typeof to === 'string' ? { table: to, key: 'id' } : to) }))
  const missing = all.map(({ column, table: named, key }) => `
    select '${column}' from (select distinct org_id, ${column} as named from written where ${column} is not null) w
      where not exists (select from ${named} r where r.org_id = w.org_id and r.${key} = w.named)`)
  const trigger = (event: string): string => `
create trigger ${table}_refers_on_${event} after ${event} on ${table} referencing new table as written for each statement execute function ${table}_refers();`
  return `
alter table ${table} ${all.map(({ column }) => `drop constraint ${table}_org_id_${column}_fkey`).join(', ')};
create function ${table}_refers() returns trigger language plpgsql as $$
declare lost text;
begin
  -- Not "limit 1", by which the plan would look for each row one by one.
  select min(x) into lost from (${missing.join('\n    union all')}
  ) missing (x);
  if lost is not null then
    raise foreign_key_violation using message = format('%s of %s names a record that is not there', lost, tg_table_name),
      table = tg_table_name, constraint = format('%s_org_id_%s_fkey', tg_table_name, lost);
  end if;
  return null;
end $$;${trigger('insert')}${trigger('update')}
${[...new Set(all.map(({ table: named }) => named))].map((named) => `revoke delete on ${named} from heng_app;`).join('\n')}`
}
