import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const findings = (entity: Json, scan: Json, keys: readonly (string | number)[]): Draft[] => list(entity, 'incidents').flatMap((incident, i) => list(incident, 'occurrences').map((occurrence, j) => {
  const kind = text(incident, 'type') ?? text(incident, 'detector') ?? text(occurrence, 'type')
  return {
    rule: kind, title: kind === null ? null : `Secret found: ${kind}`, description: text(incident, 'policy'), references: [text(incident, 'incident_url')],
    severity: text(incident, 'severity'), stance: at(incident, 'ignore_reason') === null ? 'open' : 'suppressed',
    place: { file: text(entity, 'filename') ?? 'unknown', line: number(occurrence, 'line_start'), endLine: number(occurrence, 'line_end') },
    evidence: linesOf(
      named('Match', text(occurrence, 'match')), named('Validity', text(incident, 'validity')), named('Commit', text(scan, 'type') === 'commit' ? text(scan, 'id') : null),
      named('Author', [text(scan, 'extra_info', 'author'), text(scan, 'extra_info', 'email')].filter((t) => t !== null).join(' ')), named('Hash', text(incident, 'ignore_sha')),
    ),
    secrets: texts(occurrence, 'match'),
    firstSeen: text(scan, 'extra_info', 'date')?.replace(/^\w{3} (\w{3}) +(\d+) (\d\d:\d\d:\d\d) (\d{4}) ([+-]\d{4})$/, '$2 $1 $4 $3 $5') ?? null,
    record: pointer([...keys, 'incidents', i, 'occurrences', j]),
  }
}))

/** GitGuardian ggshield, JSON: one finding for each occurrence of a secret. https://docs.gitguardian.com/ggshield-docs */
export const reader: JsonReader = {
  id: 'ggshield',
  name: 'GitGuardian ggshield',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('total_incidents') && (keys.has('scans') || keys.has('entities_with_incidents')))
    || ((keys.has('scans') || keys.has('entities_with_incidents')) && /"total_occurrences"\s*:/.test(beginning)),
  paths: [['scans', '*'], ['entities_with_incidents', '*']],
  read: ({ value, keys, path }, { context }) => (path === 1 ? findings(value, context, keys) : list(value, 'entities_with_incidents')
    .flatMap((entity, i) => findings(entity, value, [...keys, 'entities_with_incidents', i]))),
}
