import { readFindings, ScanError, type Finding, type FindingReport, type Mapping } from '@heng/engine-scanners'
import { HengError } from '@heng/contract'
import { openFile } from '@heng/records/reads'
import { breathe, emit, rowset, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { Targets } from '../target/resolve.ts'
import { linkFindings } from '../pentest/link.ts'
import { closeAbsent } from './close.ts'
import { noteHosts } from './hosts.ts'
import { takeBatch, type Scan, type Told } from './batch.ts'
import { judging, type Judged } from './judge.ts'
import type { Place } from './known.ts'
import { vulnerabilityScan } from './register.ts'

const batchSize = 1_000

export interface Taking {
  readonly scan: { readonly id: string; readonly reference: string; readonly fileName: string; readonly sha256: string; readonly coverage: string; readonly asset: string | null; readonly series: string | null; readonly source: string }
  readonly tool: string | undefined
  readonly mapping: Mapping | undefined
  readonly partial: boolean
  readonly scannedAt: Date | null
  readonly progress: (bytes: number) => Promise<void>
}

const unreadable = (error: ScanError): HengError => {
  const { message, code, line, column, findingsRead } = error.problem
  const data = { problem: code, line, column, findingsRead: findingsRead ?? 0 }
  // The engine names every reader there is.
  if (code === 'unknown-format' || code === 'bare') return new HengError(`vulnerabilityScan.${code === 'bare' ? 'bare' : 'unknownFormat'}`, { data, cause: error })
  return new HengError('vulnerabilityScan.unreadable', { params: { en: message.en, zh: message['zh-CN'] }, data, cause: error })
}

/** How much of the file has gone past, the last time that it was opened. */
const counted = (ctx: Ctx, sha256: string) => {
  const at = { bytes: 0 }
  return {
    at,
    source: async function* () {
      at.bytes = 0
      for await (const part of openFile(ctx.kit, { sha256 }) as AsyncIterable<Buffer>) {
        at.bytes += part.length
        yield part
      }
    },
  }
}

/** When the scan was over: as said by whoever brings it, else the latest time that its findings tell, else now. No clock that runs ahead is believed. */
const timeOf = (ctx: Ctx, given: Date | null, head: readonly Judged[]): Date => {
  const told = given ?? head.reduce<Date | null>((latest, { finding: { lastSeen } }) => (lastSeen === null || (latest !== null && new Date(lastSeen) <= latest) ? latest : new Date(lastSeen)), null)
  return told === null || Number.isNaN(told.getTime()) || told > ctx.now ? ctx.now : told
}

/** Who imports is in the middle of comparing with what stands: two at once would both open what is new. */
const alone = (ctx: Ctx) => sql`select pg_advisory_xact_lock(hashtextextended(${`vulnerabilityScan ${ctx.org.id}`}, 0))`.execute(ctx.tx)

/** What was read before a report breaks off comes first, then the error. */
async function* batches(report: FindingReport, one: (finding: Finding) => Judged): AsyncGenerator<Judged[]> {
  let batch: Judged[] = []
  let broken: unknown = null
  try {
    for await (const finding of report) {
      batch.push(one(finding))
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  } catch (error) {
    broken = error
  }
  if (batch.length > 0) yield batch
  if (broken !== null) throw broken
}

/** Reads on while the database is at work. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done === true) return
      next = source.next()
      // Whoever waits for it hears what is wrong; until then nobody does.
      next.catch(() => {})
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}

const noteTargets = async (ctx: Ctx, scan: string, { found }: Targets): Promise<void> => {
  const rows = [...found].map(([target, { findings, credentialed }]) => ({ target, findings, credentialed }))
  await sql`insert into vulnerability_scan_target (org_id, scan, target, findings, credentialed) select ${ctx.org.id}, ${scan}, r.target, r.findings, r.credentialed
    from ${rowset([{ name: 'target', type: 'uuid' }, { name: 'findings', type: 'integer' }, { name: 'credentialed', type: 'boolean' }], rows)}`.execute(ctx.tx)
}

const unmatchedOf = async (ctx: Ctx, scan: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from vulnerability_scan_target s join scan_target t on t.org_id = s.org_id and t.id = s.target and t.state = 'unmatched'
    where s.org_id = ${ctx.org.id} and s.scan = ${scan}`.execute(ctx.tx)
  return rows[0]?.n ?? 0
}

/**
 * Takes a report in, in the caller's transaction: all of it, or nothing. Memory is one batch and the hosts of the report. Throws `vulnerabilityScan.unreadable`,
 * `vulnerabilityScan.empty`.
 */
export const takeIn = async (ctx: Ctx, { scan: row, tool, mapping, partial, scannedAt, progress }: Taking) => {
  await alone(ctx)
  const { source, at } = counted(ctx, row.sha256)
  const told: Told = { informational: 0, opened: 0, reopened: 0, seenAgain: 0 }
  const unhosted = { name: row.series ?? row.fileName, asset: row.asset }
  const tools = new Set<string>()
  const passed: Place[] = []
  const seen = new Set<string>()
  let taken: { scan: Scan; targets: Targets } | null = null
  let brokeOff = false
  const start = (at: Date) => ({ scan: { id: row.id, at, reason: `${row.reference} ${row.fileName}` }, targets: new Targets(ctx, at) })
  const report = await readFindings(source, { ...(tool === undefined ? {} : { tool }), ...(mapping === undefined ? {} : { mapping }) }).catch((error: unknown) => { throw error instanceof ScanError ? unreadable(error) : error })
  try {
    for await (const batch of ahead(batches(report, judging(unhosted)))) {
      taken ??= start(timeOf(ctx, scannedAt, batch))
      const done = await takeBatch(ctx, taken.scan, taken.targets, batch, told)
      for (const one of done.tools) tools.add(one)
      passed.push(...done.cleared)
      if (row.source === 'penetrationTest') for (const id of done.seen) seen.add(id)
      await progress(at.bytes)
      await breathe()
    }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    if (!partial || error.problem.code !== 'truncated') throw unreadable(error)
    brokeOff = true
  }
  // What the server has run itself may have found nothing; a report that somebody brings is more likely not what they meant.
  const isLive = row.source === 'liveCheck'
  if (taken === null && !isLive) throw new HengError('vulnerabilityScan.empty', { params: { tool: report.name } })
  taken ??= start(timeOf(ctx, scannedAt, []))
  if (isLive && report.tool === 'nmap') {
    const noted = await noteHosts(source(), taken.targets).catch((error: unknown) => { throw error instanceof ScanError ? unreadable(error) : error })
    if (noted > 0) tools.add(report.tool)
  }
  await noteTargets(ctx, row.id, taken.targets)
  // Of what comes after the place where it broke off, a report says nothing.
  const closed = await closeAbsent(ctx, taken.scan, { whole: row.coverage === 'whole' && !brokeOff, tools: [...tools], passed })
  if (row.source === 'penetrationTest') await linkFindings(ctx, row.id, [...seen])
  const figures = { findings: report.findingsRead, ...told, closed, targets: taken.targets.found.size, unmatched: await unmatchedOf(ctx, row.id) }
  await updateRecords(asRoom(ctx), vulnerabilityScan, [{ id: row.id, values: { ...figures, state: 'done', tool: report.name, scannedAt: taken.scan.at.toISOString(), partial: brokeOff } }])
  await emit(ctx, 'vulnerabilityScan.done', { id: row.id, ...figures })
  return figures
}
