import { pipAuditFindings } from '../pipAudit.ts'
import type { JsonReader } from '../reader.ts'

/** pip-audit before 2.4, JSON, a list of dependencies: one finding for each flaw of a package. https://github.com/pypa/pip-audit */
export const reader: JsonReader = {
  id: 'pipAuditList',
  name: 'pip-audit (before 2.4)',
  kind: 'json',
  detect: ({ isList, itemKeys, text: beginning }) => isList && itemKeys.has('name') && (itemKeys.has('vulns') || (itemKeys.has('skip_reason') && /"vulns"\s*:/.test(beginning))),
  paths: [['*']],
  read: pipAuditFindings,
}
