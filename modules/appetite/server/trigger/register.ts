import { allows, register, resourceOf } from '@heng/server-kit'
import { reviewTrigger as noun } from '../../contract/trigger.ts'

export const trigger = register(noun, {
  table: 'review_trigger',
  defaultSort: '-id',
  importable: false,
  frozen: () => true,
  actions: (ctx, row): string[] => (row.state === 'open' && allows(ctx, 'reviewTrigger:raise', resourceOf(trigger, row)) ? ['withdraw'] : []),
})
