import { advisories, labelled, lines } from '../advisories.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'

/**
 * Twistlock and Prisma Cloud, CSV of images, hosts and functions: one finding for each row.
 * https://docs.prismacloud.io/en/compute-edition/32/admin-guide/vulnerability-management
 */
export const reader: TableReader = {
  id: 'twistlockCsv',
  name: 'Twistlock (CSV)',
  kind: 'table',
  detect: ({ header }) => ['CVE ID', 'Compliance ID', 'Packages', 'Fix Status'].filter((name) => header.includes(name)).length >= 3,
  read: ({ line, cell }) => {
    const id = cell('CVE ID')
    const name = cell('Packages', 'Package Name', 'Source Package')
    const status = cell('Fix Status')
    const image = [cell('Registry'), cell('Repository')].filter((t) => t !== null).join('/')
    const tag = cell('Tag')
    const description = cell('Description')
    return [{
      rule: id ?? cell('Compliance ID'),
      title: id === null ? (description ?? cell('Compliance ID')) : [id, name].filter((t) => t !== null).join(' in '),
      description,
      solution: /^fixed/i.test(status ?? '') ? status : null,
      references: [cell('Vulnerability Link', 'Link')],
      identifiers: joined(advisories(...(id?.split(/[\s,]+/) ?? [])), id === null ? identifiersIn(description) : {}, { cwe: cweOf(cell('CWE')) }),
      cvss: [{ vector: cell('Vector', 'CVSS Vector'), score: cell('CVSS') }],
      severity: cell('Severity'),
      host: { name: image === '' ? cell('Hostname', 'Host', 'Id') : `${image}${tag === null ? '' : `:${tag}`}`, os: cell('Distro') },
      component: name === null ? null : { name, version: cell('Package Version'), fixedIn: /^fixed in\s+(.+)$/i.exec(status ?? '')?.[1] ?? null, path: cell('Package Path', 'Path') },
      evidence: lines(labelled('Status', status), labelled('Cause', cell('Cause')), labelled('Risk factors', cell('Risk Factors')), labelled('Image', cell('Id')),
        labelled('Layer', cell('Layer')), labelled('Hosts', cell('Hosts')), labelled('Containers', cell('Containers')), labelled('Clusters', cell('Clusters'))),
      firstSeen: cell('Discovered'),
      record: `line ${line}`,
    }]
  },
}
