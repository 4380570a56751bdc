import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { entriesOf, firstAddress, hostNamed, labelled, sameHost, together } from '../web.ts'

/** Arachni, JSON report: one finding for each issue, or each of its variations in reports before 1.3. https://github.com/Arachni/arachni/wiki/Reports */
export const reader: JsonReader = {
  id: 'arachni',
  name: 'Arachni',
  kind: 'json',
  detect: (head) => (head.keys.has('seed') && (head.keys.has('sitemap') || head.keys.has('issues'))) || (head.keys.has('issues') && head.keys.has('delta_time'))
    || (head.itemKeys.has('remedy_guidance') && head.keys.has('issues')),
  paths: [['issues', '*']],
  needsContext: true,
  read: ({ value: issue, keys }, { context }) => {
    const variations = list(issue, 'variations')
    return (variations.length === 0 ? [issue] : variations).map((one, i) => {
      const of = (...path: string[]) => text(one, ...path) ?? text(issue, ...path)
      const { host, ...address } = firstAddress(of('page', 'dom', 'url'), of('response', 'url'), of('request', 'url'), of('vector', 'action'), of('vector', 'url'))
      const action = of('vector', 'action') ?? of('vector', 'url')
      const references = at(issue, 'references')
      return {
        rule: text(issue, 'check', 'shortname') ?? text(issue, 'name'), title: text(issue, 'name'), description: text(issue, 'description'), solution: text(issue, 'remedy_guidance'),
        references: [...(Array.isArray(references) ? texts(references) : entriesOf(references).map(([, url]) => text(url))), text(issue, 'cwe_url')],
        identifiers: joined({ cwe: cweOf(text(issue, 'cwe')) }, identifiersIn(text(issue, 'name'), text(issue, 'description'), of('proof'), ...texts(issue, 'tags'))),
        severity: text(issue, 'severity'), ...address, host: sameHost(host, hostNamed(of('response', 'ip_address'))),
        evidence: together(
          labelled({
            Element: of('vector', 'type'), Action: action, Method: of('vector', 'method'), Input: of('vector', 'affected_input_name'),
            Value: of('vector', 'affected_input_value'), Seed: of('vector', 'seed'), Proof: of('proof'),
            Trusted: of('trusted'), Platform: of('platform_name'), Remarks: entriesOf(issue, 'remarks').flatMap(([by, said]) => texts(said).map((t) => `${by}: ${t}`)).join('\n'),
          }),
          labelled({
            Request: together(of('request', 'headers_string'), of('request', 'effective_body') ?? of('request', 'body')),
            Response: together(of('response', 'headers_string'), of('response', 'body')),
          }),
        ),
        firstSeen: text(context, 'start_datetime'), lastSeen: text(context, 'finish_datetime'),
        record: pointer(variations.length === 0 ? keys : [...keys, 'variations', i]),
      }
    })
  },
}
