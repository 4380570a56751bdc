import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { cvss3Of } from '../dependencyCheckVectors.ts'
import type { ReportedCvss, Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const cvssVersions: Readonly<Record<string, ReportedCvss['version']>> = { CVSS_2: '2.0', CVSS_4: '4.0' }
const stances: Readonly<Record<string, Stance>> = { IGNORED: 'suppressed', SUPPRESSED: 'suppressed', REVIEWED: 'open', LIBRARY_REMOVED: 'fixed', RESOLVED: 'fixed', COMMENTED: 'open' }

/** A flaw with its library, in the names of the older API or of the platform (`component`). */
const flawOf = (flaw: Json, library: Json, record: string): Draft => {
  const detail = at(flaw, 'vulnerability') ?? flaw
  const [group, artifact] = [text(library, 'groupId'), text(library, 'artifactId')]
  const name = text(flaw, 'name') ?? text(detail, 'name')
  const fixes = [at(flaw, 'topFix'), ...list(flaw, 'allFixes')]
  const vector = text(detail, 'scoreMetadataVector') ?? cvss3Of((metric) => text(detail, 'cvss3Attributes', metric))
  const version3 = text(detail, 'cvss3_score')
  const scoring = list(detail, 'vulnerabilityScoring')
    .map((one) => ({ version: cvssVersions[text(one, 'type') ?? ''] ?? '3.1', score: number(one, 'score'), vector: text(one, 'extraData', 'vector') }))
  return {
    rule: name, title: name, description: text(detail, 'description'), solution: linesOf(text(fixes[0], 'message'), text(fixes[0], 'fixResolution')),
    references: [text(detail, 'url'), ...fixes.map((fix) => text(fix, 'url'))],
    identifiers: joined(identifiersIn(name, text(detail, 'description')), { other: name !== null && /^WS-\d/.test(name) ? [name] : [] }),
    cvss: scoring.length > 0 ? scoring : [{ vector, score: version3 }, { version: '2.0', score: text(detail, 'score') }],
    severity: text(detail, 'cvss3_severity') ?? text(detail, 'severity'), stance: stances[text(flaw, 'findingInfo', 'status') ?? ''] ?? 'open',
    component: library === null ? null : {
      name: group !== null && artifact !== null && group !== artifact ? `${group}:${artifact}` : artifact ?? text(library, 'name') ?? text(library, 'filename') ?? 'unknown',
      version: text(library, 'version'), fixedIn: text(fixes[0], 'fixResolution'),
      path: text(library, 'path') ?? (texts(flaw, 'locations').join(', ') || list(flaw, 'locations').concat(list(library, 'locations'))
        .map((l) => text(l, 'localPath') ?? text(l, 'path')).filter((t) => t !== null).join(', ') || text(library, 'filename')),
    },
    evidence: linesOf(
      named('File', text(library, 'filename')), named('SHA-1', text(library, 'sha1')), named('Project', text(flaw, 'project', 'name') ?? text(flaw, 'project')),
      named('Product', text(flaw, 'product')), named('Dependency', text(library, 'dependencyType')), named('Effective', text(flaw, 'effective')),
    ),
    firstSeen: text(flaw, 'findingInfo', 'detectedAt'), lastSeen: text(flaw, 'findingInfo', 'modifiedAt'), record,
  }
}

/** Mend (WhiteSource), JSON of alerts, libraries and the platform API: one finding for each flaw of a library. https://docs.mend.io */
export const reader: JsonReader = {
  id: 'mend',
  name: 'Mend (WhiteSource)',
  kind: 'json',
  detect: ({ keys, itemKeys, text: beginning }) =>
    (keys.has('vulnerabilities') && /"(?:scoreMetadataVector|topFix|cvss3_severity|keyUuid)"\s*:/.test(beginning))
      || (keys.has('libraries') && (itemKeys.has('keyUuid') || itemKeys.has('sha1') || /"keyUuid"\s*:/.test(beginning)))
    || (keys.has('response') && (keys.has('supportToken') || /"findingInfo"\s*:/.test(beginning))),
  paths: [['vulnerabilities', '*'], ['libraries', '*'], ['response', '*']],
  read: ({ value, keys, path }) => {
    if (path === 1) return list(value, 'vulnerabilities').map((flaw, i) => flawOf(flaw, value, pointer([...keys, 'vulnerabilities', i])))
    return [flawOf(value, at(value, 'component') ?? at(value, 'library'), pointer(keys))]
  },
}
