import { labelled, lines } from '../advisories.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { componentOf, cvssOf, identifiersOf, ruleOf, titleOf, versionsOf } from '../xray.ts'

/** JFrog Xray, violations and components of an artifact as its UI exports them: one finding for each item. https://jfrog.com/help/r/xray-rest-apis */
export const reader: JsonReader = {
  id: 'xray',
  name: 'JFrog Xray',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) => keys.has('data') && keys.has('total_count')
    && (itemKeys.has('source_comp_id') || itemKeys.has('component_versions') || /"data"\s*:\s*\[\s*\]/.test(head)),
  paths: [['data', '*']],
  read: ({ value, keys }) => {
    const versions = at(value, 'component_versions')
    const cves = list(versions, 'more_details', 'cves')
    const issue = text(value, 'id') ?? text(value, 'issue_id')
    const rule = ruleOf(issue, cves)
    const id = text(value, 'source_comp_id') ?? text(value, 'component')
    const component = id === null ? null : componentOf(id)
    const fixedIn = versionsOf(versions, 'fixed_versions')
    return [{
      rule,
      title: titleOf(text(value, 'summary'), rule, component?.name ?? null),
      description: text(versions, 'more_details', 'description') ?? text(value, 'summary'),
      solution: labelled('Fixed in', fixedIn),
      references: texts(versions, 'more_details', 'references'),
      identifiers: identifiersOf(issue, cves),
      cvss: cvssOf(cves),
      severity: text(value, 'severity'),
      component: component === null ? null : { ...component, fixedIn },
      evidence: lines(labelled('Component', id), labelled('Affected', texts(versions, 'vulnerable_versions').join(', ')), labelled('Type', text(value, 'issue_type')),
        labelled('Provider', text(value, 'provider'))),
      lastSeen: text(value, 'edited'),
      record: pointer(keys),
    }]
  },
}
