import type { MigrationStep } from '@heng/server-kit'

// What the queue holds for one organisation, without payloads: they may carry links that are secrets. The queue's
// tables are out of the application role's reach, so these doors run with their owner's rights and filter themselves.
const ownTasks = `
  select j.id, t.identifier as task, j.attempts, j.max_attempts, j.last_error, j.run_at, j.created_at, j.locked_at
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.payload ->> 'orgId' = nullif(current_setting('app.org_id', true), '')`

export const operationsTables: MigrationStep = {
  id: '0001_operations',
  sql: `
create function heng_queue_depth()
returns table (task text, waiting bigint, running bigint, retrying bigint, failed bigint, oldest timestamptz)
language sql stable security definer set search_path = public as $$
  select q.task,
    count(*) filter (where q.locked_at is null and q.attempts = 0),
    count(*) filter (where q.locked_at is not null),
    count(*) filter (where q.locked_at is null and q.attempts > 0 and q.attempts < q.max_attempts),
    count(*) filter (where q.locked_at is null and q.attempts >= q.max_attempts),
    min(q.run_at) filter (where q.locked_at is null and q.attempts < q.max_attempts)
  from (${ownTasks}) q group by q.task order by q.task
$$;
create function heng_queue_troubled(most integer)
returns table (id bigint, task text, attempts integer, max_attempts integer, error text, run_at timestamptz, created_at timestamptz)
language sql stable security definer set search_path = public as $$
  select q.id, q.task, q.attempts::integer, q.max_attempts::integer, left(split_part(q.last_error, E'\\n', 1), 300), q.run_at, q.created_at
  from (${ownTasks}) q where q.last_error is not null and q.locked_at is null
  order by (q.attempts >= q.max_attempts) desc, q.id desc limit most
$$;
-- The task that was set going again or removed; null when this organisation has none with that id, or it runs just now.
create function heng_queue_retry(which bigint) returns text
language plpgsql security definer set search_path = public as $$
declare found text;
begin
  select q.task into found from (${ownTasks}) q where q.id = which and q.locked_at is null;
  if found is not null then
    perform graphile_worker.reschedule_jobs(array[which], run_at := now(), attempts := 0);
  end if;
  return found;
end $$;
create function heng_queue_drop(which bigint) returns text
language plpgsql security definer set search_path = public as $$
declare found text;
begin
  select q.task into found from (${ownTasks}) q where q.id = which and q.locked_at is null and q.attempts >= q.max_attempts;
  if found is not null then
    perform graphile_worker.complete_jobs(array[which]);
  end if;
  return found;
end $$;
revoke all on function heng_queue_depth, heng_queue_troubled, heng_queue_retry, heng_queue_drop from public;
grant execute on function heng_queue_depth, heng_queue_troubled, heng_queue_retry, heng_queue_drop to heng_app;
create index job_state on job (org_id, state, id desc);
create index job_starter on job (org_id, started_by, id desc);
`,
}
