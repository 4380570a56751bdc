import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HengError, notFound, type Wording } from '@heng/contract'
import { findProgram, runProbe, type Command } from '@heng/probes'
import { storeFile } from '@heng/records/reads'
import { authorise, errorBody, JobCancelled, rowsByIds, updateRecords, type Ctx, type JobRun, type Values } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { enter } from '../scan/begin.ts'
import { nameOf, prepare, type Wanted } from './prepare.ts'
import { declaredRanges } from './ranges.ts'
import { liveCheck, wantedOf } from './register.ts'
import type { LiveJob } from './start.ts'
import { toldError } from './words.ts'

interface Plan {
  readonly reference: string
  readonly wanted: Wanted
  readonly ranges: readonly string[]
}

const extension: Readonly<Record<Wanted['program'], string>> = { nmap: 'xml', lynis: 'dat', openscap: 'xml' }

/** The check as it stands now: what it asks for and where it may look may both have changed since it was started. */
const planOf = async (ctx: Ctx, id: string): Promise<Plan> => {
  authorise(ctx, 'liveCheck:run', {})
  const [row] = await rowsByIds(ctx, liveCheck, [id])
  if (row === undefined || row.archivedAt !== null) throw notFound('liveCheck')
  return { reference: row.reference, wanted: wantedOf(row), ranges: await declaredRanges(ctx) }
}

/** Runs one program into a file, tells how far it is, and ends it when somebody asks or the server stops. */
const runInto = async (run: JobRun, command: Command, program: string, path: string, share: { readonly from: number; readonly width: number }): Promise<void> => {
  const { scanSeconds: seconds, maxFile: outputBytes } = run.kit.config
  const stopped = new AbortController()
  let percent = 0
  let why: unknown = null
  // The last percent is the report being entered.
  const tell = () => run.progress(Math.min(99, Math.floor(share.from + (percent / 100) * share.width)), 100)
  await tell()
  const timer = setInterval(() => tell().catch((error: unknown) => {
    why ??= error
    stopped.abort()
  }), 1_000)
  try {
    const { report } = runProbe({ ...command, program, limits: { seconds, outputBytes }, signal: stopped.signal, onProgress: (now) => (percent = now.percent) })
    await pipeline(report, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    throw why ?? error
  } finally {
    clearInterval(timer)
  }
}

/** Keeps a report and has it taken in as an upload would be. */
const keep = async (ctx: Ctx, { reference, wanted }: Plan, path: string, part: string): Promise<string> => {
  authorise(ctx, 'liveCheck:run', {})
  const title = `${reference} ${wanted.program} ${ctx.now.toISOString().slice(0, 19).replaceAll(':', '')}${part}.${extension[wanted.program]}`
  const stored = await storeFile(ctx, title, createReadStream(path) as AsyncIterable<Buffer>, 'vulnerabilities')
  return (await enter(ctx, stored, 'liveCheck', { coverage: wanted.coverage, partial: false, tool: wanted.program })).id
}

const work = async (run: JobRun, id: string): Promise<string[]> => {
  const plan = await run.asStarter((ctx) => planOf(ctx, id))
  const commands = await prepare(plan.wanted, plan.ranges, run.kit.config)
  const name = nameOf(plan.wanted.program)
  const { path } = await findProgram(name, run.kit.config.programs[name])
  const folder = await mkdtemp(join(tmpdir(), 'heng-live-'))
  const scans: string[] = []
  try {
    for (const [i, command] of commands.entries()) {
      const file = join(folder, `${i}`)
      await runInto(run, command, path, file, { from: (100 / commands.length) * i, width: 100 / commands.length })
      scans.push(await run.asStarter((ctx) => keep(ctx, plan, file, commands.length > 1 ? ` ${i + 1}` : '')))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return scans
}

/** What came of a run stands at the check; a check that was taken off meanwhile needs no note. */
const note = (run: JobRun, id: string, values: Values, recordedAs: string): Promise<unknown> =>
  run.transaction(async (ctx) => {
    const [row] = await rowsByIds(ctx, liveCheck, [id])
    if (row?.archivedAt === null) await updateRecords(asRoom(ctx), liveCheck, [{ id, values }], undefined, 'updated', { recordedAs })
  })

const problemOf = ({ kit, jobId }: JobRun, error: unknown): Wording => {
  const known = error instanceof HengError ? error : new HengError('internal', { status: 500 })
  const say = (locale: 'en' | 'zh-CN') => errorBody(kit.errors, known, locale, jobId).message.slice(0, 1_000)
  return { en: say('en'), 'zh-CN': say('zh-CN') }
}

/** A server that stops, or a database that cannot be reached: the queue tries again. */
const isPassing = (error: unknown): boolean => error instanceof Error && error.name === 'WorkerStopping'

/**
 * The job of a live check: runs its program, keeps each report and has it taken in as any other. Nothing of the database is held while the program runs.
 * What goes wrong stands at the check, in both languages, until it is run again.
 */
export const runLive = async (run: JobRun): Promise<unknown> => {
  const { check } = run.input as LiveJob
  try {
    const scans = await work(run, check)
    await note(run, check, { lastRun: scans.at(-1) ?? null, lastProblem: null }, 'ran')
    return { scans }
  } catch (thrown) {
    const error = toldError(thrown)
    if (!(error instanceof JobCancelled) && !isPassing(error)) await note(run, check, { lastProblem: problemOf(run, error) }, 'failed')
    throw error
  }
}
