import type { XmlNode } from '../../input/xmlRecords.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, childText, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { addressOf, dayFirst, firstAddress, joinedUrl, labelled, plain, sameHost, together } from '../web.ts'

const scored = (node: XmlNode, name: string) => {
  const cvss = child(node, name)
  return cvss === undefined ? null : { vector: childText(cvss, 'Descriptor') ?? childText(cvss, 'Vector'), score: childText(cvss, 'Score') ?? childText(cvss, 'BaseScore') }
}

/** Acunetix, XML export of versions 8 to 25: one finding for each report item. https://www.acunetix.com/support/docs/wvs/generating-reports/ */
export const reader: XmlReader = {
  id: 'acunetix',
  name: 'Acunetix',
  kind: 'xml',
  detect: (head) => head.root === 'ScanGroup',
  shape: { records: ['ReportItem'], context: ['Scan/StartURL', 'Scan/StartTime', 'Scan/FinishTime', 'Scan/Os', 'Scan/Banner', 'Scan/WebServer'] },
  read: ({ node, above, line }) => {
    const scan = above.findLast((open) => open.name === 'Scan')
    const of = (name: string) => (scan === undefined ? undefined : child(scan, name))?.text.trim() || null
    const text = (name: string) => childText(node, name)
    const start = of('StartURL')
    const affects = text('Affects')
    const origin = /^https?:\/\//i.test(start ?? '') ? URL.parse(start!)?.origin ?? start : start
    const { host, ...address } = firstAddress(joinedUrl(origin, affects), start)
    const technical = child(node, 'TechnicalDetails')
    const sourceLine = Number(text('AOP_SourceLine') ?? Number.NaN)
    const os = of('Os')
    return [{
      rule: text('VulnId') ?? text('ModuleName'), title: text('Name'),
      description: together(...['Description', 'Impact', 'DetailedInformation'].map((name) => plain(text(name)))),
      solution: plain(text('Recommendation')),
      references: children(child(node, 'References'), 'Reference').map((r) => childText(r, 'URL') ?? childText(r, 'Url')),
      identifiers: joined(
        { cwe: [...children(child(node, 'CWEList'), 'CWE'), ...children(node, 'CWE')].flatMap((c) => (c.at.id === undefined ? cweOf(wholeText(c)) : cweOf(c.at.id))) },
        identifiersIn(
          wholeText(child(node, 'CWEList')), wholeText(child(node, 'CVEList')), wholeText(child(node, 'CVE')), text('Name'), text('Description'), text('Details'),
          ...children(child(node, 'References'), 'Reference').map(wholeText),
        ),
      ),
      cvss: [{ version: '4.0', ...scored(node, 'CVSS4') }, scored(node, 'CVSS3'), { version: '2.0', ...scored(node, 'CVSS') }],
      severity: text('Severity'),
      stance: /^(?:true|1|yes)$/i.test(text('IsFalsePositive') ?? '') ? 'false-positive' : 'open',
      ...address,
      host: os === null ? (host ?? null) : { ...sameHost(host, addressOf(start).host ?? {}), os },
      place: text('AOP_SourceFile') === null ? null : { file: text('AOP_SourceFile')!, line: Number.isInteger(sourceLine) ? sourceLine : null },
      evidence: together(
        labelled({ Affected: address.url === null ? affects : null, Details: plain(text('Details')), Parameter: text('Parameter'), 'Additional information': plain(text('AOP_Additional')) }),
        labelled({ Request: childText(technical, 'Request'), Response: childText(technical, 'Response') }),
      ),
      firstSeen: dayFirst(of('StartTime')) ?? of('StartTime'), lastSeen: dayFirst(of('FinishTime')) ?? of('FinishTime'),
      record: `line ${line}`,
    }]
  },
}
