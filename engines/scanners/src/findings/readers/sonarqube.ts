import type { Json } from '../../input/jsonRecords.ts'
import type { Severity, Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities: Readonly<Record<string, Severity>> = { BLOCKER: 'critical', CRITICAL: 'high', MAJOR: 'medium', MINOR: 'low', INFO: 'none', HIGH: 'high', MEDIUM: 'medium', LOW: 'low' }

const stanceOf = (status: string | null, resolution: string | null): Stance => {
  if (resolution === 'FALSE-POSITIVE' || status === 'FALSE_POSITIVE') return 'false-positive'
  if (resolution === 'WONTFIX' || resolution === 'ACKNOWLEDGED' || status === 'ACCEPTED') return 'accepted'
  if (resolution === 'SAFE') return 'not-affected'
  return resolution === 'FIXED' || status === 'CLOSED' || status === 'FIXED' ? 'fixed' : 'open'
}

const files = new WeakMap<object, Map<string, string>>()

/** The path of a component of a project, by its key. */
const pathOf = (context: Json, key: string | null): string | null => {
  const components = at(context, 'components')
  if (key === null || components === null || typeof components !== 'object') return key
  let known = files.get(components)
  if (known === undefined) {
    known = new Map(list(components).flatMap((c) => (text(c, 'key') === null ? [] : [[text(c, 'key')!, text(c, 'path') ?? text(c, 'longName') ?? text(c, 'key')!] as const])))
    files.set(components, known)
  }
  return known.get(key) ?? key
}

const ruleOf = (context: Json, key: string | null): Json => {
  const rules = at(context, 'rules')
  return key === null || Array.isArray(rules) ? null : at(rules, key)
}

/**
 * SonarQube and SonarCloud, web API `issues/search` and `hotspots/search`, and JSON of sonar-report: one finding for each issue and hotspot.
 * https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api
 */
export const reader: JsonReader = {
  id: 'sonarqube',
  name: 'SonarQube',
  kind: 'json',
  detect: ({ keys, text: beginning }) =>
    (keys.has('issues') && (keys.has('effortTotal') || keys.has('debtTotal') || (keys.has('paging') && keys.has('p'))
      || (keys.has('paging') && /"rule"\s*:/.test(beginning) && /"component"\s*:/.test(beginning))))
    || (keys.has('hotspots') && /"vulnerabilityProbability"\s*:|"paging"\s*:/.test(beginning)) || keys.has('sonarBaseURL') || keys.has('sonarComponent'),
  paths: [['issues', '*'], ['hotspots', '*']],
  needsContext: true,
  read: ({ value: issue, keys }, { context }) => {
    const key = text(issue, 'rule') ?? text(issue, 'ruleKey')
    const rule = ruleOf(context, key)
    const message = text(issue, 'message')
    const name = text(issue, 'description') ?? text(rule, 'name') ?? message
    const file = pathOf(context, text(issue, 'component'))
    const word = text(issue, 'severity') ?? text(issue, 'impacts', 0, 'severity') ?? text(issue, 'vulnerabilityProbability')
    const base = text(context, 'sonarBaseURL')
    const description = text(rule, 'htmlDesc') ?? text(rule, 'mdDesc')
    return [{
      rule: key, title: name, description: [message === name ? null : message, description].filter((t) => t !== null).join('\n\n'),
      references: base === null || text(issue, 'key') === null ? [] : [`${base}/project/issues?open=${text(issue, 'key')}`],
      // A rule's description tells examples of other products' flaws.
      identifiers: joined(identifiersIn(message, name, text(issue, 'description'), ...texts(issue, 'tags')), { cwe: identifiersIn(description).cwe }),
      severity: word, derived: severities[word?.toUpperCase() ?? ''] ?? null, stance: stanceOf(text(issue, 'issueStatus') ?? text(issue, 'status'), text(issue, 'resolution')),
      place: file === null ? null : { file, line: number(issue, 'line') ?? number(issue, 'textRange', 'startLine'), endLine: number(issue, 'textRange', 'endLine') },
      evidence: [text(issue, 'type'), ...texts(issue, 'tags'), ...list(issue, 'flows').flatMap((flow) => list(flow, 'locations'))
        .map((l) => `${pathOf(context, text(l, 'component')) ?? ''}:${text(l, 'textRange', 'startLine') ?? ''} ${text(l, 'msg') ?? ''}`)].filter((t) => t !== null).join('\n'),
      firstSeen: text(issue, 'creationDate'), lastSeen: text(issue, 'updateDate'), record: pointer(keys),
    }]
  },
}
