import type { Severity, Stance } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const stances: Readonly<Record<string, Stance>> = { 'False Positive': 'false-positive', Intentional: 'accepted', Fixed: 'fixed', Dismissed: 'suppressed', 'Absent Dismissed': 'fixed' }
const levels: Readonly<Record<string, Severity>> = { Audit: 'none', Low: 'low', Medium: 'medium', High: 'high' }

/** `04/01/31` is the month, the day and the year. */
const dateOf = (value: string | null): string | null => {
  const found = /^(\d\d)\/(\d\d)\/(\d\d)$/.exec(value ?? '')
  return found === null ? value : `20${found[3]}-${found[1]}-${found[2]}`
}

/** Coverity Connect, API `viewContents`: one finding for each row, of quality as of security. https://documentation.blackduck.com/bundle/coverity-docs */
export const reader: JsonReader = {
  id: 'coverity',
  name: 'Coverity Connect (API)',
  kind: 'json',
  detect: ({ keys }) => keys.has('viewContentsV1'),
  paths: [['viewContentsV1', 'rows', '*']],
  read: ({ value, keys }) => {
    const file = text(value, 'displayFile')
    const impact = text(value, 'displayImpact')
    return [{
      rule: text(value, 'checker'), title: text(value, 'displayType'), description: text(value, 'displayCategory'), identifiers: { cwe: cweOf(text(value, 'cwe')) }, severity: impact,
      derived: levels[impact ?? ''] ?? null,
      stance: stances[text(value, 'classification') ?? ''] ?? stances[text(value, 'status') ?? ''] ?? 'open', place: file === null ? null : { file, line: number(value, 'lineNumber') },
      evidence: linesOf(
        named('CID', text(value, 'cid')), named('Kind', text(value, 'displayIssueKind')), named('Function', text(value, 'displayFunction')), named('Status', text(value, 'status')),
        named('Classification', text(value, 'classification')), named('Severity', text(value, 'severity')), named('Action', text(value, 'action')),
        named('Occurrences', text(value, 'occurrenceCount')), named('Comment', text(value, 'lastTriageComment')),
      ),
      firstSeen: dateOf(text(value, 'firstDetected')), lastSeen: dateOf(text(value, 'lastDetected')), record: pointer(keys),
    }]
  },
}
