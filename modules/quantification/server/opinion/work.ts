import { rowsByIds, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { quantification } from '../quantification/register.ts'
import { opinionsOf, withExperts } from './store.ts'

const kind = 'lossOpinion.give'

/** Experts who were asked and have not answered have that to do; whoever has answered, or is asked no more, has not. */
const follow = async (ctx: Ctx, id: string): Promise<void> => {
  const [row] = await rowsByIds(ctx, quantification, [id])
  if (row === undefined) return
  const answered = new Set((await opinionsOf(ctx, id)).map(({ person }) => person))
  const waiting = row.archivedAt === null ? (row.experts as string[]).filter((person) => !answered.has(person)) : []
  await closeWork(ctx, { kind, subject: { id }, except: waiting }, { state: 'done' })
  const { en, 'zh-CN': zh } = typeof row.title === 'string' ? { en: row.title, 'zh-CN': row.title } : (row.title as { en: string; 'zh-CN': string })
  await openWork(ctx, waiting.map((person) => ({
    kind, title: { en: `Estimate: ${en}`, 'zh-CN': `估计损失：${zh}` }, subject: { noun: 'quantification', id, reference: row.reference }, assignee: person, link: `loss-estimate/${id}`,
  })))
}

export const opinionWork: readonly Subscription[] = ['quantification.created', 'quantification.updated', 'quantification.archived', 'quantification.restored', 'lossOpinion.given'].map((event) => ({
  name: `quantification.opinions.${event}`,
  event,
  handle: async (ctx, { payload }) => {
    const { ids } = payload as { readonly ids: readonly string[] }
    // Of many at once, which follow their risks, only those that ask somebody.
    for (const id of ids.length === 1 ? ids : await withExperts(ctx, ids)) await follow(ctx, id)
  },
}))
