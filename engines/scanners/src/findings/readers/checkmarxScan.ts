import type { Json } from '../../input/jsonRecords.ts'
import { checkmarxStance } from '../checkmarxStates.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const details = new WeakMap<object, Map<string, Json>>()

/** What the report says of all flaws of one name. */
const detailOf = (context: Json, name: string | null): Json => {
  if (context === null || typeof context !== 'object' || name === null) return null
  let known = details.get(context)
  if (known === undefined) details.set(context, (known = new Map(list(context, 'vulnerabilityDetails').map((one) => [text(one, 'vulnerabilityName') ?? '', one]))))
  return known.get(name) ?? null
}

/** A flaw in code, a configuration or a package, below the query, platform or package that names it. */
const flawOf = (flaw: Json, group: Json, isPackage: boolean, context: Json, record: string): Draft => {
  const name = text(flaw, 'queryName') ?? text(group, 'queryName') ?? text(flaw, 'cveName') ?? text(group, 'name')
  const detail = detailOf(context, name)
  const nodes = list(flaw, 'nodes')
  const file = text(nodes[0], 'fileName') ?? text(flaw, 'sourceFileName') ?? text(flaw, 'fileName') ?? text(flaw, 'destinationFileName')
  const packageName = isPackage ? text(group, 'name') ?? text(group, 'packageName') : null
  const version = text(flaw, 'version')
  return {
    rule: text(flaw, 'cveName') ?? name, title: name?.replaceAll('_', ' '),
    description: linesOf(text(flaw, 'description') ?? text(group, 'description'), text(detail, 'risk'), text(detail, 'cause')), solution: text(detail, 'generalRecommendations'),
    identifiers: joined(
      identifiersIn(text(flaw, 'cveName'), text(flaw, 'cveId'), name), { cwe: [text(flaw, 'cweId'), text(flaw, 'cwe'), text(group, 'cweId'), text(detail, 'cweId')].flatMap(cweOf) },
    ),
    cvss: [{ score: number(flaw, 'cvssScore') ?? number(flaw, 'score') }], severity: text(flaw, 'severity') ?? text(flaw, 'riskLevel'),
    stance: checkmarxStance(text(flaw, 'state'), text(flaw, 'status')),
    component: packageName === null ? null : { name: packageName.replace(/^[A-Z][a-z]+-/, '').replace(version === null ? /$^/ : `-${version}`, ''), version,
      fixedIn: text(flaw, 'recommendedVersion') },
    place: file === null ? null : { file, line: number(nodes[0], 'line') ?? number(flaw, 'sourceLine') ?? number(flaw, 'line') },
    evidence: linesOf(
      named('Expected', text(flaw, 'expectedValue')), named('Actual', text(flaw, 'actualValue')), named('Issue', text(flaw, 'issueType')),
      ...nodes.map((n) => `${text(n, 'fileName') ?? ''}:${text(n, 'line') ?? ''} ${text(n, 'code') ?? text(n, 'fullName') ?? text(n, 'name') ?? ''}`.trim()),
      named('Similarity', text(flaw, 'similarityId')),
    ),
    firstSeen: text(flaw, 'firstFoundDate') ?? text(flaw, 'foundDate'), lastSeen: text(flaw, 'foundDate'), record,
  }
}

/** Checkmarx One, JSON of scan reports: one finding for each flaw in code, configurations and packages. https://docs.checkmarx.com */
export const reader: JsonReader = {
  id: 'checkmarxScan',
  name: 'Checkmarx One (scan report)',
  kind: 'json',
  detect: ({ keys }) => (keys.has('scanResults') || keys.has('reportHeader')) && ['scanSummary', 'executiveSummary', 'reportType', 'vulnerabilityDetails', 'reportCreationDate']
    .some((key) => keys.has(key)),
  paths: [
    ['scanResults', 'resultsList', '*'], ['scanResults', 'sast', 'languages', '*', 'queries', '*'], ['scanResults', 'kics', 'results', '*'], ['iacScanResults', 'technology', '*'],
    ['iacScanResults', 'resultsList', '*'], ['containerScanResults', 'resultsList', '*'],
    ['scanResults', 'sca', 'packages', '*'], ['scaScanResults', 'packages', '*'], ['scaScanResults', 'resultsList', '*'],
  ],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => (['vulnerabilities', 'results'] as const)
    .flatMap((where) => list(value, where).map((flaw, i) => flawOf(flaw, value, path > 5, context, pointer([...keys, where, i])))),
}
