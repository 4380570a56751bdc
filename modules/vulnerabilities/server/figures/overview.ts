import { labelsFor, type Ctx } from '@heng/server-kit'
import { ages, severityKeys, type FiguresOverview } from '../../contract/figures.ts'
import { priorities } from '../../contract/vulnerability.ts'
import { dayIn } from '../dates.ts'
import { coverageDays, fixingDays, methods, mostUnits } from './method.ts'
import { seesAll } from './reached.ts'
import { dayPlus, keyOf, meanOf, medianOf, noCounts } from './rules.ts'
import { coverageByUnit, mendedSince, openByAge, openByUnit, scansBegun } from './store.ts'

type Lines = Awaited<ReturnType<typeof openByUnit>>
type Covered = Awaited<ReturnType<typeof coverageByUnit>>[number]

/** Adds up what these have under each of these names. */
const added = <K extends string>(rows: readonly Readonly<Record<K, number>>[], names: readonly K[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Record<K, number>

const unitsOf = (rows: Lines): FiguresOverview['units'] => {
  const all = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
    unit, open: added(own, ['n']).n, overdue: added(own, ['overdue']).overdue, grave: added(own.filter(({ severity }) => severity === 'critical' || severity === 'high'), ['n']).n,
  })).toSorted((a, b) => b.open - a.open || (a.unit ?? '').localeCompare(b.unit ?? ''))
  const rest = all.slice(mostUnits)
  return { items: all.slice(0, mostUnits), rest: { units: rest.length, ...added(rest, ['open', 'overdue', 'grave']) } }
}

const fixingOf = (rows: Awaited<ReturnType<typeof mendedSince>>): FiguresOverview['fixing']['bySeverity'] =>
  severityKeys.toReversed().map((severity) => {
    const own = rows.filter((row) => keyOf(row.severity) === severity)
    const count = (fits: (row: (typeof own)[number]) => boolean): number => added(own.filter(fits), ['n']).n
    const [withDue, inTime] = [count((row) => row.inTime !== null), count((row) => row.inTime === true)]
    return {
      severity, fixed: count((row) => row.outcome === 'fixed'), verified: count((row) => row.outcome === 'verified'), mean: meanOf(own), median: medianOf(own),
      withDue, inTime, share: withDue === 0 ? null : inTime / withDue,
    }
  })

const covered = ['assets', 'scanned', 'loggedIn', 'notLoggedIn'] as const
/** The worst covered first: where the most assets were not scanned. */
const coverageOf = (rows: readonly Covered[]) => {
  const sorted = rows.toSorted((a, b) => b.assets - b.scanned - (a.assets - a.scanned) || b.assets - a.assets || (a.unit ?? '').localeCompare(b.unit ?? ''))
  const rest = sorted.slice(mostUnits)
  return { total: added(rows, covered), units: sorted.slice(0, mostUnits), rest: { units: rest.length, ...added(rest, covered) } }
}

/** What is open, how old it is, where it is, how quickly it is mended and how much is scanned, within the caller's reach. Six statements, none of which looks through the vulnerabilities. */
export const overview = async (ctx: Ctx): Promise<FiguresOverview> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const since = { fixing: dayPlus(today, 1 - fixingDays), coverage: dayPlus(today, -coverageDays) }
  const open = await openByUnit(ctx, today)
  const aged = await openByAge(ctx, today)
  const mended = await mendedSince(ctx, since.fixing)
  const scanned = await coverageByUnit(ctx, new Date(ctx.now.getTime() - coverageDays * 86_400_000))
  const { begun, unmatched } = await scansBegun(ctx)
  const units = unitsOf(open)
  const coverage = coverageOf(scanned)
  const labels = await labelsFor(ctx, 'unit', [...new Set([...units.items, ...coverage.units].flatMap(({ unit }) => unit ?? []))])
  const severityOf = (rows: readonly { severity: string | null; n: number }[]) => rows.reduce((counts, { severity, n }) => ({ ...counts, [keyOf(severity)]: counts[keyOf(severity)] + n }), noCounts())
  const priorityOf = (key: string): number => added(aged.filter(({ priority }) => (priority ?? 'notAssessed') === key), ['n']).n
  const say = (key: keyof typeof methods): string => methods[key][ctx.locale]
  return {
    today, begun, ...added(open, ['overdue', 'exploited']), units, labels,
    open: {
      total: added(open, ['n']).n, bySeverity: severityOf(open),
      byPriority: Object.fromEntries([...priorities, 'notAssessed' as const].map((key) => [key, priorityOf(key)])) as FiguresOverview['open']['byPriority'],
    },
    ageing: ages.map((age) => ({ age, bySeverity: severityOf(aged.filter((row) => row.age === age)) })),
    fixing: { since: since.fixing, bySeverity: fixingOf(mended) },
    coverage: { since: since.coverage, ...coverage, unmatched: seesAll(ctx) ? unmatched : null },
    method: { open: say('open'), ageing: say('ageing'), units: say('units'), fixing: say('fixing'), coverage: say('coverage') },
  }
}
