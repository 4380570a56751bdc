import type { XmlNode } from '../../input/xmlRecords.ts'
import { draftOfBurp } from '../burp.ts'
import { child, childText, childTexts, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { base64Text, javaDate, labelled, plain, together } from '../web.ts'

const message = (node: XmlNode | undefined): string | null => (node === undefined ? null : node.at.base64 === 'true' ? base64Text(node.text) : node.text)

const exchange = (node: XmlNode): (string | null)[] => children(node, 'requestresponse').flatMap((pair) => [
  labelled({ Request: message(child(pair, 'request')) }), labelled({ Response: message(child(pair, 'response')) }),
])

/** What the Collaborator or an instrumented application saw. */
const event = (node: XmlNode): string | null => together(
  labelled(Object.fromEntries(node.children.filter((c) => c.name !== 'requestresponse' && c.name !== 'collaboratorEvent').map((c) => [c.name, wholeText(c)]))),
  ...exchange(node), ...children(node, 'collaboratorEvent').map(event),
)

/** Burp Suite, XML report: one finding for each issue. https://portswigger.net/burp/documentation/desktop/running-scans/reporting */
export const reader: XmlReader = {
  id: 'burp',
  name: 'Burp Suite',
  kind: 'xml',
  detect: (head) => head.root === 'issues' && /\sburpVersion\s*=/.test(head.rootTag),
  shape: { records: ['issue'], context: [] },
  read: ({ node, above, line }) => {
    const text = (name: string) => childText(node, name)
    const host = child(node, 'host')
    const location = text('location')
    const details = childTexts(child(node, 'issueDetailItems'), 'issueDetailItem')
    const events = ['collaboratorEvent', 'infiltratorEvent', 'staticAnalysis', 'dynamicAnalysis'].flatMap((name) => children(node, name))
    return [draftOfBurp({
      type: text('type'), name: text('name'), origin: host?.text ?? null, ip: host?.at.ip ?? null, path: text('path'), severity: text('severity'),
      descriptions: [text('issueDetail'), ...details.map((item) => `- ${item}`), text('issueBackground')],
      solutions: [text('remediationDetail'), text('remediationBackground')],
      references: text('references'), classifications: text('vulnerabilityClassifications'),
      evidence: together(labelled({ Location: location === text('path') ? null : plain(location), Confidence: text('confidence') }), ...exchange(node), ...events.map(event)),
      time: javaDate(above[0]?.at.exportTime), record: `line ${line}`,
    })]
  },
}
