import { reworded, type Text, type Wording } from '@heng/contract'
import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { asRoom } from '../asRoom.ts'
import { risk } from '../risk/register.ts'

/** Why a risk is to be assessed anew before its day, and until when. */
export interface Reassessment {
  readonly risk: string
  /** `YYYY-MM-DD` */
  readonly dueOn: string
  readonly reason: Text
}

/** Work of a risk's owner that asks for a new assessment because something happened; the plain review at its day is `risk.review`. */
export const reassessKind = 'risk.reassess'

/**
 * Brings the review of open risks forward (never back) and asks their owners for it, or the ISMS manager where there is none.
 * Repeated, it keeps one piece of work for each risk; work of an owner before is called off. Up to some thirty statements for
 * any number of risks: for subscriptions and jobs.
 */
export const askReassessment = async (ctx: Ctx, asks: readonly Reassessment[]): Promise<void> => {
  const byRisk = Map.groupBy(asks, (ask) => ask.risk)
  const rows = (await rowsByIds(ctx, risk, [...byRisk.keys()])).filter((r) => r.status === 'open' && r.archivedAt === null)
  if (rows.length === 0) return
  const asked = rows.map((row) => {
    const own = byRisk.get(row.id)!
    const dueOn = own.map((a) => a.dueOn).toSorted()[0]!
    return { row, dueOn, reasons: [...new Map(own.map((a) => [a.reason.en, a.reason])).values()] }
  })
  const sooner = asked.filter(({ row, dueOn }) => row.reviewDue === null || (row.reviewDue as string) > dueOn)
  for (const [reason, those] of Map.groupBy(sooner, ({ reasons }) => reasons[0]![ctx.org.locale])) {
    await updateRecords(asRoom(ctx), risk, those.map(({ row, dueOn }) => ({ id: row.id, values: { reviewDue: dueOn } })), reason)
  }
  await closeWork(ctx, { kind: 'risk.review', subject: { id: rows.map((r) => r.id) } }, { state: 'cancelled' })
  for (const [owner, own] of Map.groupBy(rows, (r) => r.owner as string | null)) {
    if (owner !== null) await closeWork(ctx, { kind: reassessKind, subject: { id: own.map((r) => r.id) }, except: [owner] }, { state: 'cancelled' })
  }
  await openWork(ctx, asked.map(({ row, dueOn, reasons }) => ({
    kind: reassessKind,
    title: reworded(row.title as Wording, (title, locale) => (locale === 'en' ? `Assess again: ${title}` : `重新评估：${title}`)),
    instructions: reasons.map((reason) => reason[ctx.org.locale]).join('\n'),
    subject: { noun: 'risk', id: row.id, reference: row.reference },
    ...(row.owner === null ? { role: 'ismsManager' as const } : { assignee: row.owner as string }),
    dueOn,
  })))
}

/** The work is done: the risks were rated or reviewed, or they ended. */
export const endReassessment = async (ctx: Ctx, risks: readonly string[], state: 'done' | 'cancelled' = 'done', by?: string | null): Promise<void> => {
  if (risks.length > 0) await closeWork(ctx, { kind: reassessKind, subject: { id: risks } }, { state, ...(by === undefined ? {} : { by }) })
}
