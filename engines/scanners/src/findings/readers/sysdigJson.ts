import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { draftOf } from '../sysdig.ts'

/** Sysdig Secure, JSON of its vulnerability reports: one finding for each record of each panel. https://docs.sysdig.com/en/docs/sysdig-secure/vulnerabilities/reporting/ */
export const reader: JsonReader = {
  id: 'sysdigJson',
  name: 'Sysdig (JSON)',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) =>
    (keys.has('panels') && /"(?:vuln_id|scan_package_name|kubernetes_workload_name)"\s*:|"name"\s*:\s*"[^"]*Vulnerability Findings"/.test(head))
      || (keys.has('data') && itemKeys.has('vuln_id') && itemKeys.has('scan_package_name')),
  paths: [['panels', '*', 'data', '*'], ['data', '*']],
  read: ({ value, keys }) => [draftOf((...names) => names.map((name) => text(value, name)).find((one) => one !== null) ?? null, pointer(keys))],
}
