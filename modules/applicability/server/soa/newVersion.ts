import { controlsBeyond } from '@heng/controls/reads'
import { HengError } from '@heng/contract'
import { annexA, currentFramework, installShipped } from '@heng/frameworks/reads'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { sourcesOf, type Sources } from '../content/build.ts'
import { createLines, missingLines } from '../line/add.ts'
import { linesOf, type StoredLine } from '../line/store.ts'
import { hold } from './held.ts'
import { soa } from './register.ts'
import { shown } from './shown.ts'
import { soaById } from './store.ts'
import { standardTitle } from './title.ts'

interface Standing {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly scope: string | null
  readonly archived: boolean
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
  const { rows } = await sql<Standing>`select id, number, state, scope, archived_at is not null as archived from soa
    where org_id = ${ctx.org.id} order by number desc for update`.execute(ctx.tx)
  const standing = rows.filter((s) => !s.archived)
  if (standing.some((s) => s.state === 'draft' || s.state === 'inReview')) throw new HengError('soa.open', { status: 409 })
  const before = from === undefined ? standing[0] : standing.find((s) => s.id === from)
  if (from !== undefined && before === undefined) throw new HengError('notFound', { status: 404, params: { what: 'soa' } })
  const framework = await annexAFramework(ctx)
  const [row] = await createRecords(ctx, soa, [
    {
      title: standardTitle(ctx.org.locale),
      // Numbers of versions that were given up are not used again.
      number: (rows[0]?.number ?? 0) + 1,
      state: 'draft',
      framework: framework.id,
      editionEn: framework.editionEn,
      editionZh: framework.editionZh,
      basedOn: before?.id ?? null,
      scope: before?.scope ?? null,
    },
  ])
  hold(ctx, row!.id)
  const sources = await sourcesOf(ctx, framework.id)
  const kept = before === undefined ? [] : keptLines(await linesOf(ctx, before.id), sources)
  await createLines(ctx, row!.id, [...kept, ...missingLines(new Set(kept.map((line) => line.ref)), sources)], sources)
  return shown(ctx, await soaById(ctx, row!.id))
}

/** Lines taken over by their numbers, so that they also fit a newer edition of the framework; own lines whose control has gone stay behind. */
const keptLines = (lines: readonly StoredLine[], { framework, book }: Sources): StoredLine[] => {
  const byRef = new Map(framework.filter((r) => r.kind === 'control').map((r) => [r.ref, r.id]))
  const beyond = new Set(controlsBeyond(book, [...byRef.values()]).map((c) => c.id))
  return lines
    .filter((line) => (line.control === null ? byRef.has(line.ref) : beyond.has(line.control)))
    .map((line) => ({ ...line, id: v7(), requirement: line.control === null ? byRef.get(line.ref)! : null }))
}
