import type { MigrationStep } from '../module.ts'

export const historyKeys: MigrationStep = {
  id: '0005_history_keys',
  sql: `
-- An entry is found by its place in the trail, by its record or by who made it. That its id is one of a kind, the key of its
-- payload sees to. The open entry of a record is the last of the few that the record has.
alter table history drop constraint history_pkey;
drop index history_open, history_recent;
alter table history add primary key (org_id, seq);

-- What was before and after is written once and read as a whole: json costs half of jsonb there.
alter table history_payload alter before type json using before::text::json, alter after type json using after::text::json;
`,
}
