import type { Json } from '../../input/jsonRecords.ts'
import { draftOfBurp } from '../burp.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { labelled, plain, together } from '../web.ts'

const message = (segments: Json): string | null => {
  const all = list(segments).map((s) => text(s, 'data_html') ?? text(s, 'highlight_html') ?? (text(s, 'snip_length') === null ? '' : `[${text(s, 'snip_length')} bytes]`)).join('')
  return all === '' ? null : plain(all)
}

const evidenceOf = (one: Json): string | null => together(
  labelled({ Title: text(one, 'title'), Detail: plain(text(one, 'description_html')), Request: message(at(one, 'request_segments')), Response: message(at(one, 'response_segments')) }),
  ...['first_evidence', 'second_evidence', 'evidence'].flatMap((key) => list(one, key).map((inner) => labelled({
    Request: message(at(inner, 'request_segments')), Response: message(at(inner, 'response_segments')),
  }))),
)

/** Burp Suite DAST (Enterprise), issues of a scan by its GraphQL API: one finding for each. https://portswigger.net/burp/extensibility/dast/graphql-api/issue.html */
export const reader: JsonReader = {
  id: 'burpGraphql',
  name: 'Burp Suite DAST (GraphQL)',
  kind: 'json',
  detect: (head) => (head.keys.has('Issues') && (head.itemKeys.has('issue_type') || /^\s*\{\s*"Issues"\s*:\s*\[\s*\]\s*(?:\}|$)/.test(head.text)))
    || (head.keys.has('data') && /"issue_type"\s*:\s*(?:\{|null)/.test(head.text) && /"(?:description_html|origin)"/.test(head.text)),
  paths: [['Issues', '*'], ['data', 'scan', 'issues', '*'], ['data', 'issues', '*'], ['data', 'issue']],
  read: ({ value: issue, keys }) => {
    const type = at(issue, 'issue_type')
    return [draftOfBurp({
      type: text(type, 'type_index') ?? text(issue, 'type_index'), name: text(type, 'name') ?? text(issue, 'name'), origin: text(issue, 'origin'), path: text(issue, 'path'),
      severity: text(issue, 'severity'),
      isFalsePositive: at(issue, 'is_false_positive') === true, isAccepted: at(issue, 'accepted_risk') === true,
      descriptions: [text(issue, 'description_html'), text(type, 'description_html')], solutions: [text(issue, 'remediation_html'), text(type, 'remediation_html')],
      references: text(type, 'references_html'), classifications: text(type, 'vulnerability_classifications_html'),
      evidence: together(labelled({ Confidence: text(issue, 'confidence') }), ...list(issue, 'evidence').map(evidenceOf)), time: null, record: pointer(keys),
    })]
  },
}
