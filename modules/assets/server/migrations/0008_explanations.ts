import type { MigrationStep } from '@heng/server-kit'

/** The steps of a calculation follow from the levels, the function and its version, which stand there: they are no longer kept with each value. */
export const shortExplanations: MigrationStep = {
  id: '0008_explanations',
  sql: `
update asset set value_explanation = value_explanation - 'steps' where value_explanation ? 'steps';
`,
}
