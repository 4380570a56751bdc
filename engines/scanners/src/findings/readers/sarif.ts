import type { Json } from '../../input/jsonRecords.ts'
import type { Severity, Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { severityOfCvss, severityOfWord } from '../severity.ts'

/** Rules of a run by their ids: results that name no index look for theirs each. */
const indexes = new WeakMap<object, Map<string, Json>>()
const rulesById = (run: Json): Map<string, Json> => {
  if (run === null || typeof run !== 'object') return new Map()
  const known = indexes.get(run)
  if (known !== undefined) return known
  const byId = new Map<string, Json>()
  for (const rule of [...list(run, 'tool', 'driver', 'rules'), ...list(run, 'tool', 'extensions').flatMap((e) => list(e, 'rules'))]) {
    const id = text(rule, 'id')
    if (id !== null && !byId.has(id)) byId.set(id, rule)
  }
  indexes.set(run, byId)
  return byId
}

/** The rule that a result names, by its place or its id, of the driver or of an extension. SARIF 2.1.0, 3.27.5 to 3.27.7. */
const ruleOf = (run: Json, result: Json): Json => {
  const component = number(result, 'rule', 'toolComponent', 'index')
  const rules = list(component === null ? at(run, 'tool', 'driver') : at(run, 'tool', 'extensions', component), 'rules')
  const index = number(result, 'ruleIndex') ?? number(result, 'rule', 'index')
  const id = text(result, 'ruleId') ?? text(result, 'rule', 'id')
  const byIndex = index !== null && index >= 0 ? rules[index] : undefined
  if (byIndex !== undefined && (id === null || id.startsWith(text(byIndex, 'id') ?? '\0'))) return byIndex
  return (id === null ? undefined : rulesById(run).get(id) ?? rulesById(run).get(id.replace(/\/[^/]*$/, ''))) ?? byIndex ?? null
}

const said = (message: Json): string | null => text(message, 'text') ?? text(message, 'markdown')

/** The message of a result: its own, or the rule's with its arguments put in. 3.11. */
const messageOf = (result: Json, rule: Json): string | null => {
  const own = said(at(result, 'message'))
  const id = text(result, 'message', 'id')
  const template = own ?? (id === null ? null : said(at(rule, 'messageStrings', id)))
  const given = texts(result, 'message', 'arguments')
  return template?.replace(/\{(\d+)\}/g, (whole, i) => given[Number(i)] ?? whole) ?? null
}

const levelOf: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'none' }

const stanceOf = (result: Json): Stance => {
  if (list(result, 'suppressions').some((s) => (text(s, 'status') ?? 'accepted') === 'accepted')) return 'suppressed'
  const kind = text(result, 'kind')
  return kind === 'pass' || kind === 'notApplicable' ? 'passed' : text(result, 'baselineState') === 'absent' ? 'fixed' : 'open'
}

const placesOf = (run: Json, result: Json) =>
  list(result, 'locations').flatMap((location) => {
    const physical = at(location, 'physicalLocation')
    const index = number(physical, 'artifactLocation', 'index')
    const file = text(physical, 'artifactLocation', 'uri') ?? (index === null ? null : text(at(run, 'artifacts', index), 'location', 'uri'))
      ?? text(location, 'logicalLocations', 0, 'fullyQualifiedName')
    return file === null ? [] : [{ file, line: number(physical, 'region', 'startLine'), endLine: number(physical, 'region', 'endLine'), snippet: text(physical, 'region', 'snippet', 'text') }]
  })

/** Tools whose snippets are what they found: secrets. */
const findsSecrets = /leaks|trufflehog|nosey|secret|ggshield|gitguardian|talisman|whispers|kingfisher/i

/** SARIF 2.1.0 of any tool: one finding for each place of each result. OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
export const reader: JsonReader = {
  id: 'sarif',
  name: 'SARIF',
  kind: 'json',
  detect: (head) => head.keys.has('runs') && (/"version"\s*:\s*"2\./.test(head.text) || /sarif/i.test(head.text.slice(0, 4_096))),
  paths: [['runs', '*', 'results', '*']],
  needsContext: true,
  read: ({ value: result, keys }, { context }) => {
    const run = at(context, 'runs', keys[1]!)
    const rule = ruleOf(run, result)
    const message = messageOf(result, rule)
    const places = placesOf(run, result)
    const isSecret = findsSecrets.test(text(run, 'tool', 'driver', 'name') ?? '')
    const score = text(result, 'properties', 'security-severity') ?? text(rule, 'properties', 'security-severity')
    const level = text(result, 'level') ?? (text(result, 'kind') ?? 'fail') === 'fail' ? text(result, 'level') ?? text(rule, 'defaultConfiguration', 'level') ?? 'warning' : 'none'
    const word = text(result, 'properties', 'severity')
    const tags = [...texts(rule, 'properties', 'tags'), ...texts(result, 'properties', 'tags')]
    const taxa = [...list(result, 'taxa'), ...list(rule, 'relationships').map((r) => at(r, 'target'))].flatMap((t) => (/cwe/i.test(text(t, 'toolComponent', 'name') ?? '') ? cweOf(text(t, 'id')) : []))
    const common = {
      rule: text(result, 'ruleId') ?? text(result, 'rule', 'id') ?? text(rule, 'id'),
      title: said(at(rule, 'shortDescription')) ?? text(rule, 'name') ?? message ?? text(result, 'ruleId'),
      description: [message, said(at(rule, 'fullDescription'))].filter((t, i, all) => t !== null && all.indexOf(t) === i).join('\n\n'),
      solution: said(at(rule, 'help')),
      references: [text(rule, 'helpUri'), text(result, 'hostedViewerUri')],
      identifiers: joined(identifiersIn(text(result, 'ruleId'), text(rule, 'id'), text(rule, 'name'), message, ...tags, said(at(rule, 'shortDescription')), text(rule, 'helpUri')),
        { cwe: [...taxa, ...texts(rule, 'properties', 'cwe').flatMap(cweOf)] }),
      cvss: score === null ? [] : [{ score }],
      severity: word ?? level,
      derived: (score === null ? null : severityOfCvss({ score: Number(score), version: '3.1' })) ?? severityOfWord(/^\d/.test(word ?? '') ? null : word) ?? levelOf[level!] ?? null,
      stance: stanceOf(result),
      firstSeen: text(result, 'provenance', 'firstDetectionTimeUtc') ?? text(run, 'invocations', 0, 'startTimeUtc'),
      lastSeen: text(result, 'provenance', 'lastDetectionTimeUtc') ?? text(run, 'invocations', 0, 'endTimeUtc'),
      record: pointer(keys),
    }
    return places.length === 0 ? [common] : places.map(({ snippet, ...place }) => ({ ...common, place, evidence: snippet, ...(isSecret ? { secrets: snippet === null ? [] : [snippet] } : {}) }))
  },
}
