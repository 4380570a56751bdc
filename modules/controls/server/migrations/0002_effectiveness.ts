import type { MigrationStep } from '@heng/server-kit'

/**
 * What tests say of a control. A control that is not in operation has no effect, which is known without a test;
 * of one that is, nothing is known until somebody tests it.
 */
export const effectivenessColumns: MigrationStep = {
  id: '0002_effectiveness',
  sql: `
alter table control add effectiveness smallint check (effectiveness between 0 and 100),
  add effectiveness_at timestamptz, add effectiveness_stale boolean not null default false;
update control set effectiveness = 0, effectiveness_at = now() where state <> 'implemented';
create index control_effectiveness on control (org_id, effectiveness, id);
`,
}
