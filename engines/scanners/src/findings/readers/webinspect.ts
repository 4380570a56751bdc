import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, childText, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { addressOf, labelled, linksIn, plain, together } from '../web.ts'

const levels = ['none', 'low', 'medium', 'high', 'critical'] as const

/** Fortify (OpenText, Micro Focus) WebInspect, XML export: one finding for each issue of each session. https://www.microfocus.com/documentation/fortify-webinspect/ */
export const reader: XmlReader = {
  id: 'webinspect',
  name: 'Fortify WebInspect',
  kind: 'xml',
  detect: (head) => head.root === 'Sessions',
  shape: { records: ['Session'], context: [] },
  read: ({ node, line }) => {
    const port = Number(childText(node, 'Port') ?? Number.NaN)
    const address = addressOf(childText(node, 'URL'))
    const exchange = labelled({ Request: childText(node, 'RawRequest'), Response: childText(node, 'RawResponse') })
    return children(child(node, 'Issues'), 'Issue').map((issue) => {
      const section = (name: string) => plain(children(issue, 'ReportSection').filter((s) => childText(s, 'Name') === name).map((s) => childText(s, 'SectionText') ?? '').join('\n'))
      const classes = children(child(issue, 'Classifications'), 'Classification')
      const sections = children(issue, 'ReportSection').map((s) => childText(s, 'SectionText'))
      const severity = childText(issue, 'Severity')
      return {
        rule: childText(issue, 'VulnerabilityID') ?? childText(issue, 'CheckTypeID'), title: childText(issue, 'Name'),
        description: together(section('Summary'), section('Implication')), solution: section('Fix'), references: linksIn(...sections),
        identifiers: joined(
          { cwe: classes.filter((c) => /^CWE$/i.test(c.at.kind ?? '')).flatMap((c) => cweOf(c.at.identifier ?? wholeText(c))) },
          identifiersIn(childText(issue, 'Name'), ...sections, ...classes.map(wholeText)),
        ),
        severity, derived: levels[Number(severity ?? Number.NaN)] ?? null, ...address,
        service: { name: childText(node, 'Scheme'), protocol: 'tcp', ...address.service, ...(Number.isInteger(port) ? { port } : {}) },
        evidence: together(
          labelled({
            Kind: childText(issue, 'CheckTypeID'), Parameter: childText(node, 'AttackParamDescriptor'), Execution: section('Execution'),
            'Attack request': childText(issue, 'AttackHTTPRequest'),
          }),
          exchange,
        ),
        record: `line ${line}, issue ${issue.at.id ?? ''}`,
      }
    })
  },
}
