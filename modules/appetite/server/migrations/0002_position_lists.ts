import type { MigrationStep } from '@heng/server-kit'

/** Lists ask for what is not archived: indexes that say so answer without the wide rows. */
export const positionLists: MigrationStep = {
  id: '0002_position_lists',
  sql: `
drop index appetite_position_list, appetite_position_level, appetite_position_title_zh, appetite_position_title_en;
create index appetite_position_list on appetite_position (org_id, id) include (standing, level_standing, planned_standing, expected_standing, extreme_standing,
  current_level, residual_level, expected_loss_minor, extreme_loss_minor, level_line, expected_line, extreme_line, owner, unit, since) where archived_at is null;
create index appetite_position_level on appetite_position (org_id, current_level, id) where archived_at is null;
create index appetite_position_title_zh on appetite_position (org_id, title_zh, id) where archived_at is null;
create index appetite_position_title_en on appetite_position (org_id, title_en, id) where archived_at is null;
`,
}
