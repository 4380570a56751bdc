import { reworded, type Role, type Wording } from '@heng/contract'
import { rowsByIds, type Ctx, type StoredRow, type Subscription } from '@heng/server-kit'
import { closeWork, openWork, type WorkToOpen } from '@heng/work/reads'
import { acceptance } from '../acceptance/register.ts'
import { dayIn } from '../risk/dates.ts'
import { risk } from '../risk/register.ts'

const kind = 'riskAcceptance.decide'
const ending = 'riskAcceptance.ending'

const workFor = (row: StoredRow): WorkToOpen => {
  const common = {
    kind,
    title: reworded(row.title as Wording, (title, locale) => (locale === 'en' ? `Decide on the residual risk: ${title}` : `决定残余风险：${title}`)),
    subject: { noun: 'riskAcceptance', id: row.id, reference: row.reference },
    link: `risks/${row.risk as string}?tab=risk-treatment`,
  }
  if (row.state === 'requested') return { ...common, assignee: row.owner as string }
  const role: Role = row.authority === 'departmentHead' ? 'departmentHead' : 'topManagement'
  return { ...common, role, unit: role === 'departmentHead' ? (row.unit as string | null) : null }
}

/** Whoever is to decide finds it among their work; whatever is decided or withdrawn leaves it. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, acceptance, ids)
  await closeWork(ctx, { kind: ending, subject: { id: rows.filter((r) => r.state !== 'accepted').map((r) => r.id) } })
  for (const row of rows.filter((r) => r.state !== 'requested')) {
    const decided = ['accepted', 'refused', 'escalated'].includes(row.state as string)
    await closeWork(ctx, { kind, subject: { id: row.id } }, { state: decided ? 'done' : 'cancelled', by: (row.countersignedBy ?? row.decidedBy ?? null) as string | null })
  }
  await openWork(ctx, rows.filter((r) => r.state === 'requested' || r.state === 'escalated').map(workFor))
}

/** A risk whose acceptance ended by itself needs its owner again. */
const again = async (ctx: Ctx, risks: readonly string[], why: { en: string; 'zh-CN': string }): Promise<void> => {
  const rows = (await rowsByIds(ctx, risk, risks)).filter((r) => r.owner !== null && r.status === 'open')
  await openWork(ctx, rows.map((row) => ({
    kind: 'risk.review',
    title: reworded(row.title as Wording, (title, locale) => `${why[locale]}${locale === 'en' ? ': ' : '：'}${title}`),
    subject: { noun: 'risk', id: row.id, reference: row.reference },
    assignee: row.owner as string,
    dueOn: dayIn(ctx.now, ctx.org.timezone),
    byHand: true,
  })))
}

const on = (event: string, handle: (ctx: Ctx, payload: { ids: string[]; risks?: string[] }) => Promise<void>): Subscription => ({
  name: `risks.work.${event}`, event, tells: true, handle: (ctx, { payload }) => handle(ctx, payload as { ids: string[]; risks?: string[] }),
})

export const acceptanceWork: readonly Subscription[] = [
  ...['created', 'accepted', 'refused', 'escalated', 'withdrawn', 'replaced', 'updated'].map((verb) => on(`riskAcceptance.${verb}`, (ctx, { ids }) => follow(ctx, ids))),
  on('riskAcceptance.expired', async (ctx, { ids, risks = [] }) => {
    await follow(ctx, ids)
    await again(ctx, risks, { en: 'The acceptance has expired', 'zh-CN': '风险接受已到期' })
  }),
  on('riskAcceptance.reopened', async (ctx, { ids, risks = [] }) => {
    await follow(ctx, ids)
    await again(ctx, risks, { en: 'The risk has risen above what was accepted', 'zh-CN': '风险已高于所接受的等级' })
  }),
]
