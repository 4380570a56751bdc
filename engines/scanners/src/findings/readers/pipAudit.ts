import { pipAuditFindings } from '../pipAudit.ts'
import type { JsonReader } from '../reader.ts'

/** pip-audit, JSON: one finding for each flaw of a package. https://github.com/pypa/pip-audit */
export const reader: JsonReader = {
  id: 'pipAudit',
  name: 'pip-audit',
  kind: 'json',
  detect: ({ keys, itemKeys, text: beginning }) => keys.has('dependencies')
    && (itemKeys.has('vulns') || itemKeys.has('skip_reason') || (keys.has('fixes') && (itemKeys.size === 0 || /"vulns"\s*:/.test(beginning)))),
  paths: [['dependencies', '*']],
  read: pipAuditFindings,
}
