import { module as approvals } from '@heng/approvals/server'
import { module as assetsRoom } from '@heng/assets/server'
import { module as imports } from '@heng/imports/server'
import { module as operations } from '@heng/operations/server'
import { module as records } from '@heng/records/server'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { module as work } from '@heng/work/server'
import { vulnerabilities } from '../../contract/index.ts'
import { module } from '../module.ts'

export const vulnerabilityWorld = (settings: Parameters<typeof createWorld>[1] = {}, more: Parameters<typeof createWorld>[0] = []): Promise<TestWorld> => createWorld([records, approvals, work, imports, operations, assetsRoom, module, ...more], settings)

export interface Item {
  readonly plugin?: number
  readonly name?: string
  readonly severity?: 0 | 1 | 2 | 3 | 4
  readonly port?: number
  readonly cves?: readonly string[]
  readonly vector?: string
  readonly output?: string
}
export interface ReportedHost {
  readonly name: string
  readonly tags?: Readonly<Record<string, string>>
  readonly items: readonly Item[]
}

const item = ({ plugin = 10114, name = 'SSH weakness', severity = 3, port = 22, cves = [], vector, output }: Item): string => `
<ReportItem port="${port}" svc_name="ssh" protocol="tcp" severity="${severity}" pluginID="${plugin}" pluginName="${name}" pluginFamily="General">
${cves.map((cve) => `<cve>${cve}</cve>`).join('')}${vector === undefined ? '' : `<cvss3_vector>${vector}</cvss3_vector>`}<description>About ${name}.</description><solution>Update.</solution>
<risk_factor>${['None', 'Low', 'Medium', 'High', 'Critical'][severity]}</risk_factor>${output === undefined ? '' : `<plugin_output>${output}</plugin_output>`}</ReportItem>`

/** A report as Nessus writes it. */
export const nessus = (hosts: readonly ReportedHost[]): string => `<?xml version="1.0" ?>
<NessusClientData_v2><Policy><policyName>weekly</policyName></Policy><Report name="weekly">${hosts.map(({ name, tags = {}, items }) => `
<ReportHost name="${name}"><HostProperties>${Object.entries(tags).map(([key, value]) => `<tag name="${key}">${value}</tag>`).join('')}</HostProperties>${items.map(item).join('')}</ReportHost>`).join('')}
</Report></NessusClientData_v2>`

export interface Taken {
  readonly coverage?: 'whole' | 'part'
  readonly scannedAt?: string
  readonly asset?: string
  readonly series?: string
  readonly partial?: boolean
  readonly tool?: string
  readonly name?: string
}

/** Puts a file among those that somebody uploaded. */
export const upload = async (world: TestWorld, org: TestOrganisation, who: Actor, name: string, payload: string | Buffer): Promise<string> => {
  const response = await world.composition.app.inject({
    method: 'PUT', url: `/api/v1/orgs/${org.slug}/files?name=${encodeURIComponent(name)}`,
    headers: { cookie: who.cookie, 'x-heng-client': 'web', 'content-type': 'application/octet-stream' }, payload,
  })
  return (response.json() as { id: string }).id
}

/** Uploads a report, has it taken in and waits until it is; answers the scan as it then stands. The world's worker must run. */
export const take = async (world: TestWorld, org: TestOrganisation, who: Actor, body: string | Buffer, { name = 'weekly.nessus', ...how }: Taken = {}) => {
  const file = await upload(world, org, who, name, body)
  const { id } = await who.call(vulnerabilities.scan.begin, { file, ...how })
  for (let tries = 0; tries < 400; tries += 1) {
    const { state } = await who.call(vulnerabilities.scan.progress, { id })
    if (state !== 'waiting' && state !== 'running') return who.call(vulnerabilities.scan.get, { id })
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('the report was not taken in')
}

/** Every vulnerability that this filter lets through, the most urgent first. */
export const all = async (who: Actor, filter: Record<string, string> = {}) => (await who.call(vulnerabilities.vulnerability.list, { filter, limit: 500 })).items
