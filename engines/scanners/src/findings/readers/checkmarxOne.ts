import type { Json } from '../../input/jsonRecords.ts'
import { checkmarxStance } from '../checkmarxStates.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** `Maven-org.example:core-1.0` as name and version. */
const packageOf = (id: string): { name: string; version: string | null } => {
  const rest = id.replace(/^[A-Z][A-Za-z]*-/, '')
  const end = rest.search(/-v?\d/)
  return end <= 0 ? { name: rest, version: null } : { name: rest.slice(0, end), version: rest.slice(end + 1) }
}

const componentOf = (data: Json): Draft['component'] => {
  const [id, name] = [text(data, 'packageIdentifier'), text(data, 'packageName')]
  if (id === null && name === null) return null
  return { ...(name === null ? packageOf(id!) : { name, version: text(data, 'packageVersion') }), fixedIn: text(data, 'recommendedVersion'),
    path: texts(data, 'scaPackageData', 'locations').join(', ') || text(data, 'imageName') }
}

/** Checkmarx One, JSON of results (`cx results show`): one finding for each. https://docs.checkmarx.com/en/34965-68643-results.html */
export const reader: JsonReader = {
  id: 'checkmarxOne',
  name: 'Checkmarx One',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('results') && (keys.has('scanID') || (/"similarityId"\s*:/.test(beginning) && /"(?:firstScanId|firstFoundAt)"\s*:/.test(beginning))),
  paths: [['results', '*']],
  read: ({ value, keys }) => {
    const [data, flaw] = [at(value, 'data'), at(value, 'vulnerabilityDetails')]
    const nodes = list(data, 'nodes')
    const file = text(nodes[0], 'fileName') ?? text(data, 'filename') ?? text(data, 'fileName')
    const name = text(data, 'queryName') ?? text(data, 'ruleName') ?? text(flaw, 'cveName') ?? text(value, 'id')
    const rule = text(flaw, 'cveName') ?? text(data, 'queryName') ?? text(data, 'ruleName') ?? text(value, 'id')
    return [{
      rule, title: name?.replaceAll('_', ' '), description: text(value, 'description'), solution: text(data, 'remediation') ?? text(data, 'expectedValue'),
      references: [...list(data, 'packageData').map((one) => text(one, 'url')), text(data, 'scaPackageData', 'fixLink'), text(data, 'queryUrl')],
      identifiers: joined(identifiersIn(text(flaw, 'cveName'), text(value, 'id'), rule), { cwe: cweOf(text(flaw, 'cweId')) }), cvss: [{ score: number(flaw, 'cvssScore') }],
      severity: text(value, 'severity'), stance: checkmarxStance(text(value, 'state'), text(value, 'status')), component: componentOf(data),
      place: file === null ? null : { file, line: number(nodes[0], 'line') ?? number(data, 'line') },
      evidence: linesOf(
        named('Kind', text(value, 'type')), named('Group', text(data, 'group')), named('Expected', text(data, 'expectedValue')), named('Actual', text(data, 'value')),
        ...nodes.map((n) => `${text(n, 'fileName') ?? ''}:${text(n, 'line') ?? ''} ${text(n, 'fullName') ?? text(n, 'name') ?? ''}`.trim()),
        named('Similarity', text(value, 'similarityId')), named('Comments', list(value, 'comments').map((c) => text(c) ?? text(c, 'comment')).filter((t) => t !== null).join('\n')),
      ),
      firstSeen: text(value, 'firstFoundAt') ?? text(value, 'created'), lastSeen: text(value, 'foundAt'), record: pointer(keys),
    }]
  },
}
