import type { MigrationStep } from '@heng/server-kit'

export const trailBySequence: MigrationStep = {
  id: '0003_trail',
  sql: `
-- The trail is read in the order of its sequence, so three indexes for each entry become one, and a handful of blocks that
-- say which days lie where.
drop index history_trail, history_trail_noun, history_trail_actor;
create index history_actor on history (org_id, actor_id, seq desc);
create index history_days on history using brin (valid_from);
`,
}
