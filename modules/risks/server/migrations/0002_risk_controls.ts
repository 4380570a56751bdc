import { isolate, type MigrationStep } from '@heng/server-kit'

/** Ties to the room of controls. */
export const riskControlTables: MigrationStep = {
  id: '0002_risk_controls',
  sql: `
create table risk_control (
  org_id uuid not null references organisation,
  risk uuid not null,
  control uuid not null,
  primary key (org_id, risk, control),
  foreign key (org_id, risk) references risk (org_id, id),
  foreign key (org_id, control) references control (org_id, id)
);
create index risk_control_reverse on risk_control (org_id, control, risk);
${isolate('risk_control')}
alter table treatment_measure add foreign key (org_id, control) references control (org_id, id);
create index treatment_measure_control on treatment_measure (org_id, control) where control is not null;
`,
}
