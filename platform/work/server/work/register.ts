import { register } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Text } from '@heng/contract'
import { workItem as noun } from '../../contract/index.ts'

/** Work is changed by its own verbs only; the register makes history, comments, attachments and search treat it like any record. */
export const workItem = register(noun, {
  table: 'work_item',
  defaultSort: 'dueOn',
  labelText: (locale) => sql`coalesce(t.titles ->> ${locale}, t.title)`,
  shown: (ctx, row) => ({ title: (row.titles as Text | null)?.[ctx.locale] ?? row.title }),
})
