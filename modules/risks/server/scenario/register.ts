import { allows, register } from '@heng/server-kit'
import { riskScenario as noun } from '../../contract/scenario.ts'

export const scenario = register(noun, {
  table: 'risk_scenario',
  defaultSort: '-id',
  searchable: false,
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) {
      after.status ??= 'proposed'
      after.assetCount ??= 1
    }
  },
  actions: (ctx, row) => {
    const resource = { unitId: row.unit as string | null, ownerIds: [row.owner as string | null] }
    if (!allows(ctx, 'riskScenario:write', resource)) return []
    return row.status === 'proposed' ? ['confirm', 'merge', 'dismiss'] : row.status === 'dismissed' ? ['reopen'] : []
  },
})
