import type { XmlNode } from '../../input/xmlRecords.ts'
import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, childText, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { addressOf, firstAddress, hostNamed, labelled, linksIn, plain, sameHost, together } from '../web.ts'

const groups = [
  'issue-type-group', 'url-group', 'entity-group', 'advisory-group', 'fix-recommendation-group', 'fix-group-group', 'security-risk-group', 'cause-group', 'threat-class-group',
] as const
type Group = (typeof groups)[number]
const known = new WeakMap<readonly XmlNode[], Map<string, XmlNode>>()
/** What the report says once for all issues, by its group and id. */
const itemsOf = (first: readonly XmlNode[]): Map<string, XmlNode> => {
  const made = known.get(first) ?? new Map(first.flatMap((group) => children(group, 'item').map((item) => [`${group.name} ${item.at.id ?? ''}`, item] as const)))
  known.set(first, made)
  return made
}

const reference = (node: XmlNode, name: string): string | null => childText(child(node, name), 'ref') ?? childText(node, name)
/** Elements of that name, however deep. */
const all = (node: XmlNode | undefined, name: string): XmlNode[] => (node?.children ?? []).flatMap((c) => (c.name === name ? [c] : all(c, name)))

const stanceOf = (node: XmlNode): Stance => {
  const status = childText(node, 'status') ?? ''
  return /^(?:noise|false\s?positive)$/i.test(status) || /^true$/i.test(node.at.noise ?? '') ? 'false-positive' : /^passed$/i.test(status) ? 'passed' : /^fixed$/i.test(status) ? 'fixed' : 'open'
}

/**
 * HCL (IBM) AppScan Standard, Enterprise and on Cloud, XML report of dynamic and static scans: one finding for each issue.
 * https://help.hcltechsw.com/appscan/ASoC/appseccloud_generate_report_cm.html
 */
export const reader: XmlReader = {
  id: 'appscan',
  name: 'HCL AppScan',
  kind: 'xml',
  detect: (head) => head.root === 'xml-report' && /AppScan|Asoc/i.test(head.rootTag),
  shape: { records: ['issue-group/item'], context: [] },
  first: { records: groups, context: [] },
  read: ({ node, line }, { first }) => {
    const text = (name: string) => childText(node, name)
    const item = (group: Group, id: string | null): XmlNode | undefined => (id === null ? undefined : itemsOf(first).get(`${group} ${id}`))
    const nameOf = (group: Group, id: string | null): string | null => childText(item(group, id), 'name') ?? null
    const typeId = reference(node, 'issue-type')
    const type = item('issue-type-group', typeId)
    const advisory = item('advisory-group', reference(node, 'advisory') ?? reference(type ?? node, 'advisory') ?? typeId)
    const entity = item('entity-group', reference(node, 'entity'))
    const fix = item('fix-group-group', text('fix-group-id')) ?? item('fix-recommendation-group', reference(node, 'remediation') ?? reference(type ?? node, 'fix-recommendation'))
    const urlRef = reference(node, 'url')
    const url = nameOf('url-group', urlRef) ?? urlRef ?? text('url-name') ?? childText(entity, 'url-name')
    const location = text('location')
    const { host, ...address } = firstAddress(url, /^https?:\/\//i.test(location ?? '') ? location : null, text('host'), text('domain'))
    const port = Number(text('port') ?? 0)
    const file = text('source-file') ?? node.at.filename ?? null
    const [, at, atLine] = /^(.{1,1000}):(\d{1,7})$/.exec(location ?? '') ?? []
    const place = file !== null && file !== '' ? { file, line: Number(text('line') ?? atLine ?? Number.NaN) || null }
      : at !== undefined && address.url == null ? { file: at, line: Number(atLine) } : null
    const risks = all(child(node, 'security-risks'), 'ref').map((r) => nameOf('security-risk-group', wholeText(r)) ?? wholeText(r))
    const cwe = [child(node, 'cwe'), child(type, 'cwe')].flatMap((c) => (c === undefined ? [] : [c.text, ...c.children.map(wholeText)]))
    const variants = children(child(node, 'variant-group'), 'item')
    const component = text('library-name') ?? childText(fix, 'LibraryName')
    const where = place ?? (location !== null && address.url == null ? { file: location } : null)
    return [{
      rule: typeId, title: childText(type, 'name') ?? text('issue-type-name') ?? typeId,
      description: together(
        ...['testDescription', 'testTechnicalDescription', 'causes', 'securityRisks', 'affectedProducts'].flatMap((name) => all(advisory, name)).map((part) => plain(wholeText(part))),
        ...variants.map((v) => plain(childText(v, 'reasoning'))), risks.join('\n'), nameOf('cause-group', reference(node, 'cause-id')),
      ),
      solution: together(...all(child(node, 'fix'), 'text').map((t) => plain(wholeText(t))), fix?.children.some((c) => c.name === 'LibraryName') ? null : plain(wholeText(fix))),
      references: [...linksIn(wholeText(advisory)), ...all(advisory, 'link').map((l) => l.at.target ?? null)],
      identifiers: joined(
        { cwe: cwe.flatMap((c) => c.split(/[,\s]+/)).flatMap(cweOf) },
        identifiersIn(node.at.cve, text('cve'), wholeText(child(type, 'cve')), text('issue-type-name'), childText(type, 'name'), wholeText(child(advisory, 'cve'))),
      ),
      cvss: [{ vector: childText(child(node, 'cvss-vector'), 'base-vector') ?? text('cvss-vector') ?? text('cvss-base-vector'), score: text('cvss-score') ?? text('cvss') }],
      severity: text('severity'), stance: stanceOf(node), ...address, host: sameHost(host, host == null ? hostNamed(text('host') ?? text('domain')) : null, addressOf(text('ip')).host),
      service: address.service ?? (Number.isInteger(port) && port > 0 ? { port } : null), place: where,
      component: component === null || component === file ? null : { name: component, version: text('library-version') },
      evidence: together(
        labelled({
          Entity: together(childText(entity, 'name'), childText(entity, 'entity-type'))?.replaceAll('\n\n', ', '), Element: text('element'), Location: location,
          Source: node.at.source, Sink: node.at.sink, Context: node.at.context, Caller: node.at.caller,
          Trace: all(child(node, 'variant-group'), 'call-invocation').map(wholeText).join('\n'),
        }),
        ...variants.flatMap((v) => [
          labelled({ Difference: childText(v, 'difference') }), labelled({ Request: childText(v, 'original-http-traffic') }),
          labelled({ Test: childText(v, 'test-http-traffic') }),
        ]),
      ),
      firstSeen: text('date-created'), lastSeen: text('last-updated'), record: `line ${line}`,
    }]
  },
}
