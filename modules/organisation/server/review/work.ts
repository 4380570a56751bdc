import { asSystem, type Ctx, type Kit, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { reviewedRecords } from './due.ts'

const kind = 'context.review'

/** Opens work for what is to be reviewed soon or overdue; what is open already stays one and takes over the date. */
export const openReviews = async (ctx: Ctx): Promise<void> => {
  const due = await reviewedRecords(ctx, null)
  await openWork(ctx, due.map(({ noun, id, reference, title, owner, dueOn }) => ({
    kind,
    title: { en: `Review: ${title}`, 'zh-CN': `复核：${title}` },
    subject: { noun, id, reference },
    role: 'ismsManager' as const,
    dueOn,
    instructions: owner === null ? null : ctx.org.locale === 'zh-CN' ? `请会同${owner}复核。` : `Together with ${owner}.`,
  })))
}

export const openAllReviews = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from organisation`.execute(kit.db)
  for (const { id } of rows) await asSystem(kit, id, 'job', 'organisation.reviews', openReviews)
}

/** A review is done when its date was moved on, or when the record left. */
const closeDone = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  for (const { id, due } of await reviewedRecords(ctx, ids)) {
    if (!due) await closeWork(ctx, { kind, subject: { id } }, { by: null })
  }
}

/** Closes reviews as their records change. */
export const reviewWork: readonly Subscription[] = ['contextIssue', 'climateDetermination', 'interestedParty', 'partyRequirement'].flatMap((noun) =>
  (['updated', 'archived'] as const).map((what) => ({
    name: `organisation.review.${noun}.${what}`,
    event: `${noun}.${what}`,
    tells: true as const,
    handle: (ctx: Ctx, { payload }: { payload: unknown }) => closeDone(ctx, (payload as { ids: string[] }).ids),
  })),
)
