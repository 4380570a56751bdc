import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hostOfUrl, links } from '../network.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Rapplex, JSON: one finding for each issue of each group. https://rapplex.com/documentation */
export const reader: JsonReader = {
  id: 'rapplex',
  name: 'Rapplex',
  kind: 'json',
  detect: (head) => head.keys.has('Severities') && (head.keys.has('ScanId') || head.keys.has('ScanPolicy') || head.keys.has('ScanTimeAsStr')),
  paths: [['Severities', '*', 'IssueGroups', '*']],
  read: ({ value: group, keys }) => {
    const definition = at(group, 'Definition')
    const classes = list(definition, 'Classifications').map((one) => ({ of: text(one, 'Foundation') ?? '', value: text(one, 'Value') }))
    const sections = at(definition, 'Sections')
    const cvss = classes.filter(({ of }) => /^CVSS/i.test(of)).map(({ value }) => ({ vector: value }))
    const cwe = classes.filter(({ of }) => /^CWE$/i.test(of)).flatMap(({ value }) => cweOf(value))
    return list(group, 'Issues').map((issue, i) => {
      const url = text(issue, 'Url')
      return {
        rule: text(definition, 'Id') ?? text(group, 'Id') ?? text(definition, 'Title') ?? text(group, 'Title'),
        title: text(issue, 'Title') ?? text(definition, 'Title') ?? text(group, 'Title'),
        description: text(sections, 'Summary'), solution: text(sections, 'Remediation') ?? text(sections, 'Actions'), references: links(text(sections, 'References')),
        identifiers: joined(identifiersIn(text(issue, 'Title'), ...classes.map(({ value }) => value)), { cwe }), cvss,
        severity: typeof keys[1] === 'string' ? keys[1] : null, host: hostOfUrl(url), url,
        evidence: [text(issue, 'HttpRequest'), text(issue, 'HttpResponse')].filter((part) => part !== null).join('\n\n'), record: pointer([...keys, 'Issues', i]),
      }
    })
  },
}
