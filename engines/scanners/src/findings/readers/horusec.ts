import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import type { Stance } from '../finding.ts'
import { lineOf, linesOf, named } from '../sast.ts'

const stances: Readonly<Record<string, Stance>> = { 'False Positive': 'false-positive', 'Risk Accepted': 'accepted', Corrected: 'fixed' }

/** Horusec, JSON: one finding for each vulnerability. https://docs.horusec.io */
export const reader: JsonReader = {
  id: 'horusec',
  name: 'Horusec',
  kind: 'json',
  detect: ({ keys }) => keys.has('analysisVulnerabilities') || (keys.has('repositoryID') && keys.has('workspaceID') && keys.has('status')),
  paths: [['analysisVulnerabilities', '*']],
  read: ({ value, keys }, { context }) => {
    const flaw = at(value, 'vulnerabilities')
    const [title, ...rest] = (text(flaw, 'details') ?? '').split('\n')
    const of = (key: string): string | null => (text(flaw, key) === '-' ? null : text(flaw, key))
    return [{
      rule: text(flaw, 'rule_id') ?? text(flaw, 'vulnHash'), title, description: rest.join('\n'), identifiers: identifiersIn(text(flaw, 'details'), text(flaw, 'code')),
      severity: text(flaw, 'severity'), stance: stances[text(flaw, 'type') ?? ''] ?? 'open',
      place: { file: text(flaw, 'file') ?? 'unknown', line: lineOf(text(flaw, 'line')) },
      evidence: linesOf(
        text(flaw, 'code'), named('Tool', of('securityTool')), named('Language', of('language')), named('Confidence', of('confidence')), named('Commit', of('commitHash')),
        named('Author', [of('commitAuthor'), of('commitEmail')].filter((t) => t !== null).join(' ')),
      ),
      ...(/leaks/i.test(of('securityTool') ?? '') || /leaks/i.test(of('rule_id') ?? '') ? { secrets: [] } : {}),
      firstSeen: text(value, 'createdAt') ?? text(context, 'createdAt'), record: pointer(keys),
    }]
  },
}
