import type { Json } from '../../input/jsonRecords.ts'
import { labelled, lines } from '../advisories.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { componentOf, cvssOf, identifiersOf, ruleOf, titleOf, versionsOf } from '../xray.ts'

const entriesOf = (value: Json): [string, Json][] => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [])

const pathsOf = (component: Json): string[] =>
  list(component, 'impact_paths').map((path) => list(path).flatMap((step) => text(step, 'full_path') ?? text(step, 'component_id') ?? []).join(' > '))

/**
 * JFrog CLI, on-demand scans (`jf scan`, `jf docker scan`, `jf audit`): one finding for each component of each vulnerability and violation.
 * https://docs.jfrog-applications.jfrog.io/jfrog-applications/jfrog-cli/cli-for-jfrog-security
 */
export const reader: JsonReader = {
  id: 'xrayScan',
  name: 'JFrog Xray (on-demand scan)',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('scan_id') && (itemKeys.has('vulnerabilities') || itemKeys.has('violations') || itemKeys.has('component_id')),
  paths: [['*', 'vulnerabilities', '*'], ['*', 'violations', '*'], ['*', 'licenses', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    if (path === 2) return []
    const scan = at(context, keys[0]!)
    const cves = list(value, 'cves')
    const issue = text(value, 'issue_id')
    const rule = ruleOf(issue, cves) ?? text(value, 'license_key')
    const components = entriesOf(at(value, 'components'))
    const common = {
      rule,
      description: text(value, 'summary'),
      references: texts(value, 'references'),
      identifiers: identifiersOf(issue, cves),
      cvss: cvssOf(cves),
      severity: text(value, 'severity'),
      host: text(scan, 'package_type') === 'Docker' ? { name: text(scan, 'component_id')?.replace(/^docker:\/\//, '') ?? null } : null,
      record: pointer(keys),
    }
    if (components.length === 0) return [{ ...common, title: titleOf(text(value, 'summary'), rule, null) }]
    return components.map(([id, told]) => {
      const component = componentOf(id)
      const fixedIn = versionsOf(told, 'fixed_versions')
      return {
        ...common,
        title: titleOf(text(value, 'summary'), rule, component.name),
        solution: labelled('Fixed in', fixedIn),
        component: { ...component, fixedIn, path: text(scan, 'component_id') },
        evidence: lines(labelled('Component', id), ...pathsOf(told).map((one) => `Impact path: ${one}`), labelled('Watch', text(value, 'watch_name')),
          ...cves.map((one) => labelled('Applicability', text(one, 'applicability')))),
      }
    })
  },
}
