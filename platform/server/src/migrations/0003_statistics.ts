import type { MigrationStep } from '../module.ts'

export const freshStatistics: MigrationStep = {
  id: '0003_statistics',
  sql: `
-- Only the owner of a table may gather statistics, and only the transaction that fills it sees its rows. Whoever else
-- gathers them right now is not waited for.
create function heng_analyze(filled text) returns void
language plpgsql security definer set search_path = public as $$
begin
  execute format('analyze (skip_locked) %I (org_id)', filled);
end $$;
revoke all on function heng_analyze from public;
grant execute on function heng_analyze to heng_app;
`,
}
