import { labelsFor, type Ctx } from '@heng/server-kit'
import { ages, figuresVersion, severityKeys, type FiguresOverview } from '../../contract/figures.ts'
import { priorities } from '../../contract/vulnerability.ts'
import { dayIn } from '../dates.ts'
import { policyInForce, type InForce } from '../priority/inForce.ts'
import { coverageDays, fixingFrom, methods, mostUnits } from './method.ts'
import { policyDays } from './policyDays.ts'
import { seesAll } from './reached.ts'
import { dayPlus, keyOf, meanOf, medianOf, noCounts } from './rules.ts'
import { oldestOf, sumsFor } from './store.ts'

type Told = Awaited<ReturnType<typeof sumsFor>>

/** Adds up what these have under each of these names. */
const added = <K extends string>(rows: readonly Readonly<Record<K, number>>[], names: readonly K[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Record<K, number>

const unitsOf = (rows: Told['open']) => {
  const all = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
    unit, open: added(own, ['n']).n, overdue: added(own, ['overdue']).overdue, grave: added(own.filter(({ severity }) => severity === 'critical' || severity === 'high'), ['n']).n,
  })).filter(({ open }) => open > 0).toSorted((a, b) => b.open - a.open || (a.unit ?? '').localeCompare(b.unit ?? ''))
  const rest = all.slice(mostUnits)
  return { items: all.slice(0, mostUnits), rest: { units: rest.length, ...added(rest, ['open', 'overdue', 'grave']) } }
}

const fixingOf = (rows: Told['mended'], { policy: { policy } }: InForce): FiguresOverview['fixing']['bySeverity'] =>
  severityKeys.toReversed().map((severity) => {
    const own = rows.filter((row) => keyOf(row.severity) === severity)
    const { n, fixed, withDue, inTime } = added(own, ['n', 'fixed', 'withDue', 'inTime'])
    return { severity, fixed, verified: n - fixed, mean: meanOf(own), median: medianOf(own), withDue, inTime, share: withDue === 0 ? null : inTime / withDue, policyDays: policyDays(policy)[severity] }
  })

const covered = ['assets', 'scanned', 'loggedIn', 'notLoggedIn'] as const
/** The worst covered first: where the most assets were not scanned. */
const coverageOf = (rows: Told['covered']) => {
  const sorted = rows.toSorted((a, b) => b.assets - b.scanned - (a.assets - a.scanned) || b.assets - a.assets || (a.unit ?? '').localeCompare(b.unit ?? ''))
  const rest = sorted.slice(mostUnits)
  return { total: added(rows, covered), units: sorted.slice(0, mostUnits), rest: { units: rest.length, ...added(rest, covered) } }
}

/** What is open, how old it is, where it is, how quickly it is mended and how much is scanned, within the caller's reach. Four statements, none of which looks through the vulnerabilities. */
export const overview = async (ctx: Ctx): Promise<FiguresOverview> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const monday = fixingFrom(today)
  const { open, aged, mended, covered: scanned, begun, unmatched, knownFrom } = await sumsFor(ctx, { today, monday, since: new Date(ctx.now.getTime() - coverageDays * 86_400_000) })
  const since = { fixing: knownFrom !== null && knownFrom > monday ? knownFrom : monday, coverage: dayPlus(today, -coverageDays) }
  const inForce = await policyInForce(ctx)
  const units = unitsOf(open)
  const oldest = await oldestOf(ctx, units.items.map(({ unit }) => unit))
  const coverage = coverageOf(scanned)
  const labels = await labelsFor(ctx, 'unit', [...new Set([...units.items, ...coverage.units].flatMap(({ unit }) => unit ?? []))])
  const severityOf = (rows: readonly { severity: string | null; n: number }[]) => rows.reduce((counts, { severity, n }) => ({ ...counts, [keyOf(severity)]: counts[keyOf(severity)] + n }), noCounts())
  const priorityOf = (key: string): number => added(aged.filter(({ priority }) => (priority ?? 'notAssessed') === key), ['n']).n
  const say = (key: keyof typeof methods): string => methods[key][ctx.locale]
  const { title, count } = inForce.policy.policy
  return {
    today, begun, knownFrom, computed: { at: ctx.now.toISOString(), timezone: ctx.org.timezone, version: figuresVersion }, ...added(open, ['overdue', 'exploited']), labels,
    units: { ...units, items: units.items.map((line) => ({ ...line, oldest: oldest.get(line.unit) ?? null })) },
    open: {
      total: added(open, ['n']).n, bySeverity: severityOf(open),
      byPriority: Object.fromEntries([...priorities, 'notAssessed' as const].map((key) => [key, priorityOf(key)])) as FiguresOverview['open']['byPriority'],
    },
    ageing: ages.map((age) => ({ age, bySeverity: severityOf(aged.filter((row) => row.age === age)) })),
    fixing: { since: since.fixing, policy: { version: inForce.version, title, count }, bySeverity: fixingOf(mended, inForce) },
    coverage: { since: since.coverage, ...coverage, unmatched: seesAll(ctx) ? unmatched : null },
    method: { open: say('open'), ageing: say('ageing'), units: say('units'), fixing: say('fixing'), coverage: say('coverage') },
  }
}
