import { Buffer } from 'node:buffer'
import type { XmlNode } from '../../input/xmlRecords.ts'
import type { Stance } from '../finding.ts'
import { hostOfUrl, links, paragraphs } from '../network.ts'
import { child, childText, childTexts, children } from '../nodes.ts'
import { checksOf, dateOf, severityOfLevel } from '../qualys.ts'
import type { XmlReader } from '../reader.ts'

const decoded = (node: XmlNode | undefined): string | null =>
  (node === undefined ? null : node.at.base64 === 'true' ? Buffer.from(node.text, 'base64').toString('utf8') : node.text.trim())

const ignored = (reason: string): Stance => (/false.?positive/i.test(reason) ? 'false-positive' : /risk.?accepted/i.test(reason) ? 'accepted' : 'suppressed')

/** Where a report is of one web application alone, what names no address of its own is of that. */
const onlyApp = (first: readonly XmlNode[]): string | null => {
  const apps = first.filter((node) => node.name === 'WEBAPP')
  return apps.length === 1 ? childText(apps[0], 'URL') : null
}

/** Request and response of each payload, as text. */
const exchanges = (node: XmlNode): string =>
  children(child(node, 'PAYLOADS'), 'PAYLOAD').map((payload) => {
    const [request, response] = [child(payload, 'REQUEST'), child(payload, 'RESPONSE')]
    const headers = children(child(request, 'HEADERS'), 'HEADER').map((header) => `${childText(header, 'key') ?? ''}: ${childText(header, 'value') ?? ''}`)
    const sent = request === undefined ? null : [`${childText(request, 'METHOD') ?? ''} ${childText(request, 'URL') ?? ''}`, ...headers, '', childText(request, 'BODY') ?? ''].join('\n').trim()
    const payloadText = childText(payload, 'PAYLOAD')
    return paragraphs(payloadText === 'N/A' ? null : payloadText, sent, decoded(child(response, 'EVIDENCE')), decoded(child(response, 'CONTENTS')))
  }).join('\n\n')

/**
 * Qualys Web Application Scanning, report of a scan or of a web application as XML: one finding for each vulnerability, sensitive content and information gathered. What the checks
 * mean stands in a glossary after them. https://docs.qualys.com/en/was/api/ (was_scan_report.dtd, was_webapp_report.dtd)
 */
export const reader: XmlReader = {
  id: 'qualysWas',
  name: 'Qualys WAS',
  kind: 'xml',
  detect: (head) => /^WAS_(?:SCAN|WEBAPP|SCORECARD|CATALOG)_REPORT$/.test(head.root),
  shape: { records: ['VULNERABILITY', 'SENSITIVE_CONTENT', 'INFORMATION_GATHERED'].map((name) => `${name}_LIST/${name}`), context: ['WEB_APPLICATION/URL'] },
  first: { records: ['QID_LIST/QID', 'APPENDIX/WEBAPP'], context: [] },
  read: ({ node, above, line }, { first }) => {
    const text = (...names: string[]): string | null => names.map((name) => childText(node, name)).find((found) => found !== null) ?? null
    const qid = text('QID')
    const check = checksOf(first).get(qid ?? '')
    const isInformation = node.name === 'INFORMATION_GATHERED'
    const app = above.findLast((open) => open.name === 'WEB_APPLICATION')
    const url = text('URL', 'URI') ?? childTexts(child(node, 'ACCESS_PATH'), 'URL').at(-1)
      ?? app?.kept.find((one) => one.name === 'URL')?.text.trim() ?? onlyApp(first)
    return [{
      rule: qid, title: check?.title ?? (qid === null ? null : `QID ${qid}`), description: check?.description, solution: check?.solution,
      references: [...(check?.references ?? []), ...links(check?.description, check?.solution)],
      identifiers: check?.identifiers ?? {}, cvss: check?.cvss ?? [],
      severity: text('SEVERITY') ?? check?.severity, derived: severityOfLevel(text('SEVERITY') ?? check?.severity, isInformation ? 'Ig' : null),
      stance: text('IGNORED') === 'true' ? ignored(text('IGNORE_REASON') ?? '') : /^(?:fixed|protected)$/i.test(text('STATUS') ?? '') ? 'fixed' : 'open',
      host: hostOfUrl(url), url,
      evidence: paragraphs(text('PARAM') === null ? null : `Parameter: ${text('PARAM')}`, exchanges(node), decoded(child(node, 'DATA')), text('CONTENT', 'RESULT')),
      firstSeen: dateOf(text('FIRST_TIME_DETECTED', 'DETECTION_DATE', 'FIRST_FOUND')),
      lastSeen: dateOf(text('LAST_TIME_DETECTED', 'LAST_TIME_TESTED', 'DETECTION_DATE', 'LAST_FOUND')),
      record: `line ${line}`,
    }]
  },
}
