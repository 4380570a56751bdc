import type { MigrationStep } from '@heng/server-kit'

/**
 * Between which levels a risk lies while not everything is assessed is computed for whoever asks (`risk.evidence`): stored, it had each test result write all
 * risks that rest on the control where only a few change their level.
 */
export const boundsAsked: MigrationStep = {
  id: '0014_bounds',
  sql: `alter table risk drop column evidenced_best, drop column evidenced_worst;`,
}
