import type { MigrationStep } from '../module.ts'

export const oneRelay: MigrationStep = {
  id: '0009_one_relay',
  sql: `
-- An organisation's events are delivered by one job at a time: a second would wait for the first at each delivery, and keep a worker and a connection from others.
create or replace function heng_enqueue(task text, payload json, key text, at timestamptz)
returns void language plpgsql security definer set search_path = public as $$
begin
  perform graphile_worker.add_job(
    task,
    json_build_object('orgId', nullif(current_setting('app.org_id', true), ''), 'input', payload),
    queue_name := case when task = 'outbox.relay' then key end, job_key := key, run_at := coalesce(at, now()), max_attempts := 8);
end $$;
`,
}
