import { allows, register, resourceOf } from '@heng/server-kit'
import { toleranceBreach as noun } from '../../contract/breach.ts'

export const breach = register(noun, {
  table: 'tolerance_breach',
  defaultSort: '-id',
  importable: false,
  frozen: () => true,
  actions: (ctx, row): string[] => {
    if (row.state === 'closed' || !allows(ctx, 'toleranceBreach:answer', resourceOf(breach, row))) return []
    return ['treat', ...(row.exceptionAsked === true ? [] : ['requestException'])]
  },
})

