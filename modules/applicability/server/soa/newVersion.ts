import { HengError } from '@heng/contract'
import { controlsBeyond } from '@heng/controls/reads'
import { annexA, currentFramework, installShipped, requirementsOf, type RequirementBrief } from '@heng/frameworks/reads'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { linesFrom } from '../content/build.ts'
import { addMissingLines } from '../line/add.ts'
import { soaLine } from '../line/register.ts'
import { linesOf } from '../line/store.ts'
import { fillFromControls } from './prefill.ts'
import { soa } from './register.ts'
import { shown } from './shown.ts'
import { soaById, type SoaRow } from './store.ts'
import { standardTitle } from './title.ts'

interface Standing {
  readonly id: string
  readonly number: number
  readonly state: string
}

/** The framework of Annex A; brought in where an organisation older than the room has none yet. */
const annexAFramework = async (ctx: Ctx) => {
  const found = await currentFramework(ctx, annexA)
  if (found !== undefined) return found
  await installShipped(ctx, annexA)
  return (await currentFramework(ctx, annexA))!
}

/**
 * Begins a version. The first has a line for every control of Annex A and for every own control beyond it, all undecided;
 * a later one takes over the decisions of the version before (or of `from`) and adds what is new. Empty texts are filled from
 * linked controls.
 */
export const newVersion = async (ctx: Ctx, { from }: { from?: string }) => {
  const { rows: standing } =
    await sql<Standing>`select id, number, state from soa where org_id = ${ctx.org.id} and archived_at is null order by number desc for update`.execute(
      ctx.tx,
    )
  if (standing.some((s) => s.state === 'draft' || s.state === 'inReview')) throw new HengError('soa.open', { status: 409 })
  const before = from === undefined ? standing[0] : standing.find((s) => s.id === from)
  if (from !== undefined && before === undefined) throw new HengError('notFound', { status: 404, params: { what: 'soa' } })
  const framework = await annexAFramework(ctx)
  const number = await nextNumber(ctx)
  const [row] = await createRecords(ctx, soa, [
    {
      title: standardTitle(ctx.org.locale),
      number,
      state: 'draft',
      framework: framework.id,
      editionEn: framework.editionEn,
      editionZh: framework.editionZh,
      basedOn: before?.id ?? null,
      scope: before === undefined ? null : (await soaById(ctx, before.id)).scope,
    },
  ])
  const made = row as SoaRow
  const requirements = await requirementsOf(ctx, framework.id)
  if (before !== undefined) await copyLines(ctx, before.id, made, requirements)
  await addMissingLines(ctx, made, requirements)
  await fillFromControls(ctx, await linesFrom(ctx, made, requirements))
  return shown(ctx, await soaById(ctx, row!.id))
}

// Numbers of versions that were given up are not used again.
const nextNumber = async (ctx: Ctx): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select coalesce(max(number), 0) + 1 as n from soa where org_id = ${ctx.org.id}`.execute(ctx.tx)
  return Number(rows[0]!.n)
}

/** Takes over lines by their numbers, so that they also fit a newer edition of the framework; own lines whose control has gone stay behind. */
const copyLines = async (ctx: Ctx, from: string, to: SoaRow, framework: readonly RequirementBrief[]): Promise<void> => {
  const byRef = new Map(framework.filter((r) => r.kind === 'control').map((r) => [r.ref, r]))
  const answering = [...byRef.values()].map((r) => r.id)
  const beyond = new Set((await controlsBeyond(ctx, answering)).map((c) => c.id))
  const kept = (await linesOf(ctx, from)).filter((l) => (l.control === null ? byRef.has(l.ref) : beyond.has(l.control)))
  await createRecords(
    ctx,
    soaLine,
    kept.map(({ id: _id, version: _version, ...line }) => ({
      ...line,
      soa: to.id,
      requirement: line.control === null ? byRef.get(line.ref)!.id : null,
    })),
  )
}
