import { isolate, type MigrationStep } from '@heng/server-kit'

/** What follows from vulnerabilities: how exposed assets are, whose work they are, and whom their lateness was told. */
export const exposureTables: MigrationStep = {
  id: '0003_exposure',
  sql: `
-- The level of technical vulnerability of an asset as last told, so that a rise is told once.
create table asset_exposure (
  org_id uuid not null references organisation,
  asset uuid not null,
  -- 1–5; null: no scan covered the asset, or the severity of what it has is not assessed.
  level smallint check (level between 1 and 5),
  -- What it was before; null as well where it is told for the first time.
  before smallint,
  moved_at timestamptz not null,
  -- The vulnerability that leads, and which version of it.
  cause uuid,
  cause_version integer,
  primary key (org_id, asset),
  foreign key (org_id, asset) references asset (org_id, id)
);
${isolate('asset_exposure')}

-- That a vulnerability is late, as told last: 1 past its day, 2 past it by more than a week.
create table vulnerability_lateness (
  org_id uuid not null references organisation,
  vulnerability uuid not null,
  due_on date not null,
  step smallint not null check (step in (1, 2)),
  told_on date not null,
  primary key (org_id, vulnerability),
  foreign key (org_id, vulnerability) references vulnerability (org_id, id)
);
create index vulnerability_lateness_told on vulnerability_lateness (org_id, told_on);
${isolate('vulnerability_lateness')}

-- What is there on an asset, without a look at the rows.
create index vulnerability_exposed on vulnerability (org_id, asset) include (severity, epss, exploited, state, due_on)
  where asset is not null and archived_at is null and state in ('open', 'confirmed', 'inProgress', 'accepted');
-- Whose work it is, the most urgent first.
create index vulnerability_work on vulnerability (org_id, (coalesce(assignee, owner)), rank desc, id) include (asset, target, due_on)
  where archived_at is null and state in ('open', 'confirmed', 'inProgress') and (assignee is not null or (owner is not null and priority in ('urgent', 'immediate')));
create index vulnerability_fixed on vulnerability (org_id, (coalesce(asset, target))) include (state_since, priority) where archived_at is null and state = 'fixed';
`,
}
