import type { TableReader } from '../reader.ts'
import { draftOf } from '../sysdig.ts'

/**
 * Sysdig Secure, CSV of its vulnerability reports (workloads, hosts, registries): one finding for each row.
 * https://docs.sysdig.com/en/docs/sysdig-secure/vulnerabilities/reporting/
 */
export const reader: TableReader = {
  id: 'sysdig',
  name: 'Sysdig',
  kind: 'table',
  detect: ({ header }) => {
    const names = new Set(header.map((name) => name.trim().toLowerCase()))
    return (names.has('vulnerability id') || names.has('vulnerability name')) && names.has('package name') && names.has('cvss vector')
      && (names.has('vuln publish date') || names.has('disclosure date'))
  },
  read: ({ line, cell }) => [draftOf(cell, `line ${line}`)],
}
