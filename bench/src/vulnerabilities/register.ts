import type { Composition } from '@heng/composition'
import type { Member } from '../bench.ts'
import { measureLists } from '../lists/lists.ts'
import { measure, type Measure } from '../pages/measure.ts'
import { plantVulnerabilities } from './plant.ts'

const count = 1_000_000
const filter = (field: string, ...values: readonly string[]): string => values.map((value) => `filter%5B${field}%5D=${encodeURIComponent(value)}`).join('&')
const open = filter('state', 'open', 'confirmed', 'inProgress')

const pages = ({ kit }: Composition, member: Member, orgId: string): Measure[] => {
  const page = (name: string, path: string): Measure => ({ name, limitMs: 50, run: async () => void (await member.get(path)) })
  return [
    { name: 'bare statement of a page of vulnerabilities (the floor)', limitMs: null, run: async () => void (await kit.pool.query('select * from vulnerability where org_id = $1 and archived_at is null order by rank desc nulls last, id desc limit 101', [orgId])) },
    page('vulnerabilities, the most urgent first', 'vulnerabilities'),
    page('vulnerabilities still open', `vulnerabilities?${open}`),
    page('critical ones still open, by day', `vulnerabilities?${open}&${filter('severity', 'critical')}&sort=dueOn`),
    page('known to be exploited and open', `vulnerabilities?${open}&${filter('exploited', 'true')}`),
    page('overdue', `vulnerabilities?${filter('overdue', 'true')}`),
    page('mended and verified, by first sight', `vulnerabilities?${filter('state', 'verified')}&sort=-firstSeen`),
    page('found by a number', 'vulnerabilities?q=CVE-2021-44228'),
    page('figures above the register', 'vulnerabilities/summary'),
    page('overview', 'vulnerability-figures'),
  ]
}

/** A register of a million vulnerabilities, 300,000 of them open: named pages, then every way to sort and filter. */
export const measureRegister = async (built: Composition, member: Member, orgId: string): Promise<void> => {
  await plantVulnerabilities(built, orgId, count)
  console.log(`\na register of ${count} vulnerabilities`)
  await measure(built, pages(built, member, orgId))
  await measureLists(built, member, orgId, ['vulnerability'])
}
