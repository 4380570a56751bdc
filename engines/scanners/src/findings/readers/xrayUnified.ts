import { labelled, lines } from '../advisories.ts'
import { list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { componentOf, cvssOf, identifiersOf, ruleOf, titleOf, versionsOf } from '../xray.ts'

/** JFrog Xray, report of vulnerabilities: one finding for each row. https://jfrog.com/help/r/xray-rest-apis/vulnerabilities-report-content */
export const reader: JsonReader = {
  id: 'xrayUnified',
  name: 'JFrog Xray (report)',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) => keys.has('rows') && (itemKeys.has('impacted_artifact') || itemKeys.has('vulnerable_component')
    || (keys.has('total_rows') && /"rows"\s*:\s*\[\s*\]/.test(head))),
  paths: [['rows', '*']],
  read: ({ value, keys }) => {
    const cves = list(value, 'cves')
    const issue = text(value, 'issue_id')
    const rule = ruleOf(issue, cves)
    const id = text(value, 'vulnerable_component')
    const component = id === null ? null : componentOf(id)
    const fixedIn = versionsOf(value, 'fixed_versions')
    const scored = cvssOf(cves)
    return [{
      rule,
      title: titleOf(text(value, 'summary'), rule, component?.name ?? null),
      description: text(value, 'description') ?? text(value, 'summary'),
      solution: labelled('Fixed in', fixedIn),
      references: texts(value, 'references'),
      identifiers: identifiersOf(issue, cves),
      cvss: scored.some((one) => one?.vector != null || one?.score != null) ? scored : [{ version: '3.0', score: text(value, 'cvss3_max_score') },
        { version: '2.0', score: text(value, 'cvss2_max_score') }],
      severity: text(value, 'severity'),
      component: component === null ? null : { ...component, fixedIn, path: text(value, 'component_physical_path') ?? text(value, 'path') },
      evidence: lines(
        labelled('Component', id), labelled('Artifact', text(value, 'impacted_artifact')), labelled('Path', text(value, 'path')),
          labelled('Impact path', texts(value, 'impact_path').join(' > ')),
        labelled('Applicability', text(value, 'applicability_result') ?? text(value, 'applicability')), labelled('Provider', text(value, 'provider')),
      ),
      lastSeen: text(value, 'artifact_scan_time'),
      record: pointer(keys),
    }]
  },
}
