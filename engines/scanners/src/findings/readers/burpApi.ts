import type { Json } from '../../input/jsonRecords.ts'
import { draftOfBurp } from '../burp.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { labelled, messageText, plain, together } from '../web.ts'

/** A message in its segments, of which some are marked and some left out. */
const message = (segments: Json): string | null => messageText(Buffer.concat(list(segments).map((segment) => {
  const data = text(segment, 'data')
  return data === null ? Buffer.from(`[${number(segment, 'length') ?? 0} bytes]`) : Buffer.from(data, 'base64')
})))

/** Requests and their responses, however deep the kind of evidence puts them. */
const exchanges = (evidence: Json): Json[] => {
  if (evidence === null || typeof evidence !== 'object') return []
  const own = at(evidence, 'request_response')
  return [...(own === null ? [] : [own]), ...Object.entries(evidence).flatMap(([key, value]) => (key === 'request_response' ? [] : exchanges(value)))]
}

/** Burp Suite, issues of a scan by its REST API: one finding for each. https://portswigger.net/burp/documentation/desktop/settings/suite/rest-api */
export const reader: JsonReader = {
  id: 'burpApi',
  name: 'Burp Suite (REST API)',
  kind: 'json',
  detect: (head) => head.keys.has('issue_events'),
  paths: [['issue_events', '*']],
  read: ({ value: event, keys }) => {
    const issue = at(event, 'issue')
    if (issue === null) return []
    const seen = exchanges(at(issue, 'evidence'))
    const path = text(issue, 'path')
    const caption = text(issue, 'caption')
    return [draftOfBurp({
      type: text(issue, 'type_index'), name: text(issue, 'name'), origin: text(issue, 'origin'), path, severity: text(issue, 'severity'),
      descriptions: [text(issue, 'description'), text(issue, 'issue_detail'), text(issue, 'issue_background')],
      solutions: [text(issue, 'remediation'), text(issue, 'remediation_detail'), text(issue, 'remediation_background')],
      references: text(issue, 'references'), classifications: text(issue, 'vulnerability_classifications'),
      evidence: together(
        labelled({ Location: caption === path ? null : plain(caption), Confidence: text(issue, 'confidence') }),
        ...seen.flatMap((pair) => [labelled({ Request: message(at(pair, 'request')) }), labelled({ Response: message(at(pair, 'response')) })]),
      ),
      time: seen.map((pair) => number(pair, 'request_time')).filter((t) => t !== null).map((t) => (Math.abs(t) < 8.64e15 ? new Date(t).toISOString() : null)).at(-1) ?? null,
      record: pointer(keys),
    })]
  },
}
