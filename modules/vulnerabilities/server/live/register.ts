import { invalid } from '@heng/contract'
import { addDays, checkSchedule, firstFrom, normaliseRule } from '@heng/engine-assurance'
import { allows, register, type ChangeAction, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { liveCheck as noun, type LiveProgram } from '../../contract/live.ts'
import { dayIn } from '../dates.ts'
import { prepare, type Wanted } from './prepare.ts'
import { declaredRanges } from './ranges.ts'
import { refusedAt } from './words.ts'

const linesOf = (text: string | null): string[] => (text ?? '').split(/[\n,，]/).map((line) => line.trim()).filter((line) => line !== '')

export const wantedOf = (row: StoredRow): Wanted => ({
  program: row.program as LiveProgram, coverage: row.coverage as Wanted['coverage'], targets: linesOf(row.targets as string | null), depth: (row.depth ?? 'services') as Wanted['depth'],
  ports: row.ports as string | null, skipDiscovery: row.skipDiscovery === true, content: row.content as string | null, profile: row.profile as string | null,
})

const scheduleOf = ({ schedule, startsOn }: StoredRow) => ({ rule: schedule as string, start: startsOn as string })

/** The first day of the schedule after the last run, and never one that is over; a check that never ran begins today. Null for a rule that is refused later. */
const dueOf = (row: StoredRow, today: string): string | null => {
  if (row.schedule === null || checkSchedule(scheduleOf(row)) !== null) return null
  const from = [row.lastRunOn === null ? today : addDays(row.lastRunOn as string, 1), row.startsOn as string].toSorted().at(-1)!
  return firstFrom(scheduleOf(row), from)
}

/** Settings that belong to other programs. */
const foreign: Readonly<Record<LiveProgram, readonly string[]>> = {
  nmap: ['content', 'profile'], lynis: ['targets', 'depth', 'ports', 'skipDiscovery', 'content', 'profile'], openscap: ['targets', 'depth', 'ports', 'skipDiscovery'],
}

const derive = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  for (const { before, after } of drafts) {
    for (const key of foreign[after.program as LiveProgram]) after[key] = null
    if (after.program === 'nmap') after.depth ??= 'services'
    for (const key of ['ports', 'content', 'profile', 'schedule', 'startsOn', 'lastRunOn', 'targets']) after[key] ??= null
    if (typeof after.schedule === 'string') after.schedule = normaliseRule(after.schedule) || null
    if (after.schedule !== null) after.startsOn ??= today
    // Paused for a month is not thirty days late.
    if (before === null || ['schedule', 'startsOn', 'lastRunOn', 'state'].some((key) => before[key] !== after[key])) after.nextDue = after.state === 'active' ? dueOf(after, today) : null
  }
}

const decides = ['program', 'targets', 'depth', 'ports', 'skipDiscovery', 'content', 'profile', 'coverage']
/** Name servers are asked for each: so many at once, not more. */
const mostChanged = 20

const check = async (ctx: Ctx, drafts: readonly Draft[], action: ChangeAction): Promise<void> => {
  if (action === 'archived') return
  for (const { after } of drafts) if (after.schedule !== null && (checkSchedule(scheduleOf(after)) !== null)) throw refusedAt('schedule', 'liveCheck.schedule')
  // What the room itself notes of a run changes nothing of what is asked for.
  const changed = drafts.filter(({ before, after }) => action === 'restored' || decides.some((key) => (before?.[key] ?? null) !== (after[key] ?? null)))
  if (changed.length > mostChanged) throw invalid('ids', 'tooMany')
  if (changed.length === 0) return
  const ranges = await declaredRanges(ctx)
  for (const { after } of changed) await prepare(wantedOf(after), ranges, ctx.kit.config)
}

export const liveCheck = register(noun, {
  table: 'live_check', importable: false, derive, check,
  actions: (ctx, row) => (row.archivedAt === null && allows(ctx, 'liveCheck:run', {}) ? ['run'] : []),
})
