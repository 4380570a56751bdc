import type { Json } from '../../input/jsonRecords.ts'
import { labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { componentOf, cvssOf, identifiersOf, ruleOf, titleOf, versionsOf } from '../xray.ts'

/** Components that an issue names; without them only the end of the path to it. */
const componentsOf = (issue: Json): Draft['component'][] => {
  const named = list(issue, 'components').flatMap((one) => {
    const id = text(one, 'component_id') ?? text(one)
    return id === null ? [] : [{ ...componentOf(id), fixedIn: versionsOf(one, 'fixed_versions') }]
  })
  const path = texts(issue, 'impact_path')[0]
  if (named.length > 0) return named.map((one) => ({ ...one, path: path ?? null }))
  return [path === undefined ? null : { name: path.slice(path.lastIndexOf('/') + 1) || path, path }]
}

/** JFrog Xray, summary of artifacts: one finding for each issue, and for each of its components where they are named. https://jfrog.com/help/r/xray-rest-apis/artifact-summary */
export const reader: JsonReader = {
  id: 'xraySummary',
  name: 'JFrog Xray (artifact summary)',
  kind: 'json',
  detect: ({ keys, itemKeys }) => keys.has('artifacts') && itemKeys.has('general') && (itemKeys.has('issues') || itemKeys.has('licenses')),
  // Licenses are passed over: they name what is in use, not what is wrong with it.
  paths: [['artifacts', '*', 'issues', '*'], ['artifacts', '*', 'licenses', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    if (path === 1) return []
    const artifact = at(context, 'artifacts', keys[1]!, 'general')
    const cves = list(value, 'cves')
    const issue = text(value, 'issue_id')
    const rule = ruleOf(issue, cves)
    return componentsOf(value).map((component) => ({
      rule,
      title: titleOf(text(value, 'summary'), rule, component?.name ?? null),
      description: text(value, 'description') ?? text(value, 'summary'),
      solution: labelled('Fixed in', component?.fixedIn),
      references: texts(value, 'references'),
      identifiers: identifiersOf(issue, cves),
      cvss: cvssOf(cves),
      severity: text(value, 'severity'),
      host: text(artifact, 'pkg_type') === 'Docker' ? { name: text(artifact, 'name') } : null,
      component,
      evidence: lines(labelled('Artifact', text(artifact, 'component_id') ?? text(artifact, 'name')), labelled('SHA-256', text(artifact, 'sha256')),
        ...texts(value, 'impact_path').map((one) => `Impact path: ${one}`), labelled('Provider', text(value, 'provider'))),
      firstSeen: text(value, 'created'),
      record: pointer(keys),
    }))
  },
}
