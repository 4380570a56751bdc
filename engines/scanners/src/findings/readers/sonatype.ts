import type { Severity, Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { critical: 'critical', severe: 'high', moderate: 'medium', low: 'low', none: 'none' }
const stances: Readonly<Record<string, Stance>> = { 'Not Applicable': 'not-affected', Confirmed: 'open', Acknowledged: 'open' }

/** Sonatype Lifecycle (Nexus IQ), JSON of an application's report: one finding for each security issue of a component. https://help.sonatype.com/en/report-rest-api.html */
export const reader: JsonReader = {
  id: 'sonatype',
  name: 'Sonatype Lifecycle',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('components') && !keys.has('bomFormat')
    && (keys.has('matchSummary') || (/"componentIdentifier"\s*:/.test(beginning) && /"(?:securityData|matchState)"\s*:/.test(beginning))),
  paths: [['components', '*']],
  read: ({ value, keys }) => {
    const coordinates = at(value, 'componentIdentifier', 'coordinates')
    const group = text(coordinates, 'groupId')
    const artifact = text(coordinates, 'artifactId') ?? text(coordinates, 'packageId') ?? text(coordinates, 'name') ?? text(value, 'displayName') ?? text(value, 'pathnames', 0)
      ?? text(value, 'hash') ?? 'unknown'
    const component = { name: group === null ? artifact : `${group}:${artifact}`, version: text(coordinates, 'version'), purl: text(value, 'packageUrl'), path: texts(value, 'pathnames').join(', ') }
    return list(value, 'securityData', 'securityIssues').map((issue, i) => {
      const id = text(issue, 'reference')
      const score = number(issue, 'severity')
      const word = text(issue, 'threatCategory')
      return {
        rule: id, title: id, references: [text(issue, 'url')],
        identifiers: joined(identifiersIn(id), { cwe: cweOf(text(issue, 'cwe')), other: id !== null && /^sonatype-/i.test(id) ? [id] : [] }),
        cvss: [{ vector: text(issue, 'cvssVector'), score }], severity: word, derived: levels[word ?? ''] ?? null, stance: stances[text(issue, 'status') ?? ''] ?? 'open', component,
        evidence: linesOf(named('Source', text(issue, 'source')), named('Status', text(issue, 'status')), named('Match', text(value, 'matchState')), named('Hash', text(value, 'hash'))),
        record: pointer([...keys, 'securityData', 'securityIssues', i]),
      }
    })
  },
}
