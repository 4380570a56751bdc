import type { MigrationStep } from '@heng/server-kit'

/** Nobody sorts by threats and weaknesses in somebody's own words. */
export const unsortedTexts: MigrationStep = {
  id: '0008_texts',
  sql: `
drop index risk_threat_text, risk_vulnerability_text;
`,
}
