import { register } from '@heng/server-kit'
import { sql } from 'kysely'
import { campaign as noun } from '../../contract/campaign.ts'

const count = (which: 'total' | 'done') =>
  sql`(select count(*)::int from attestation a where a.org_id = t.org_id and a.campaign = t.id ${which === 'done' ? sql`and a.state <> 'pending'` : sql``})`

export const campaign = register(noun, {
  table: 'campaign',
  importable: false,
  computed: { total: count('total'), done: count('done') },
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) after.state ??= 'draft'
  },
  actions: (ctx, row) => {
    const manages = ctx.caller.roles.some((r) => r.role === 'ismsManager')
    if (!manages || row.archivedAt !== null) return []
    return row.state === 'draft' ? ['open'] : row.state === 'open' ? ['close'] : []
  },
})
