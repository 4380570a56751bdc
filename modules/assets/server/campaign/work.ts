import type { Ctx, Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'

const kind = 'asset.attest'

/** Which of these persons still have assets to attest in a campaign. One statement. */
const stillAsked = async (ctx: Ctx, campaign: string, people: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ responsible: string }>`select distinct responsible from attestation
    where org_id = ${ctx.org.id} and campaign = ${campaign} and state = 'pending' and responsible = any(${people}::uuid[])`.execute(ctx.tx)
  return new Set(rows.map(({ responsible }) => responsible))
}

interface Opened {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly dueOn: string
  readonly personIds: readonly string[]
}

/** Everybody who is asked finds it in My work, once for all their assets. */
const ask = async (ctx: Ctx, { id, reference, title, dueOn, personIds }: Opened): Promise<void> => {
  const asked = await stillAsked(ctx, id, personIds)
  await openWork(ctx, [...asked].map((assignee) => ({
    kind, assignee, dueOn, subject: { noun: 'campaign', id, reference }, link: `campaigns/${id}`,
    title: { en: `Attest your assets: ${title}`, 'zh-CN': `确认名下资产：${title}` },
  })))
}

/** Whoever has nothing left to attest is done, no matter who decided. */
const finish = async (ctx: Ctx, { id, personIds }: { id: string; personIds: readonly string[] }): Promise<void> => {
  const asked = await stillAsked(ctx, id, personIds)
  const done = personIds.filter((person) => !asked.has(person))
  if (done.length > 0) await closeWork(ctx, { kind, subject: { id }, assignees: done }, { by: null })
}

const on = <Payload>(event: string, handle: (ctx: Ctx, payload: Payload) => Promise<unknown>): Subscription => ({
  name: `assets.work.${event}`, event, tells: true, handle: async (ctx, { payload }) => void (await handle(ctx, payload as Payload)),
})

/** My work follows the campaigns. */
export const campaignWork: readonly Subscription[] = [
  on('campaign.opened', ask),
  on('campaign.decided', finish),
  on<{ id: string }>('campaign.closed', (ctx, { id }) => closeWork(ctx, { kind, subject: { id } }, { state: 'cancelled', by: null })),
]
