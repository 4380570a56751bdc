import { allows, register } from '@heng/server-kit'
import { conclusion as noun } from '../../contract/conclusion.ts'

/** Written by `conclusion.conclude` alone; what evidence proposes meanwhile is kept beside it by the room. */
export const conclusion = register(noun, {
  table: 'conclusion',
  importable: false,
  defaultSort: '-decidedAt',
  links: { controls: { table: 'conclusion_control', own: 'conclusion', other: 'control' } },
  resource: () => ({}),
  // Concluded anew by its own verb; otherwise only withdrawn.
  frozen: () => true,
  actions: (ctx, row) => (row.archivedAt === null && allows(ctx, 'conclusion:write', {}) ? ['archive'] : []),
})
