import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { firstAddress, headersOf, joinedUrl, labelled, linksIn, together } from '../web.ts'

const kinds = 'dast|api_fuzzing|coverage_fuzzing'
const isKind = new RegExp(`"(?:type|category)"\\s*:\\s*"(?:${kinds})"`)

/** GitLab, reports of DAST, API fuzzing and coverage fuzzing: one finding for each vulnerability. https://gitlab.com/gitlab-org/security-products/security-report-schemas */
export const reader: JsonReader = {
  id: 'gitlabDast',
  name: 'GitLab DAST and fuzzing',
  kind: 'json',
  detect: (head) => head.keys.has('vulnerabilities') && (isKind.test(head.text) || /"location"\s*:\s*\{\s*"(?:hostname|crash_type|crash_address)"\s*:/.test(head.text)),
  paths: [['vulnerabilities', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const location = at(value, 'location')
    const identifiers = list(value, 'identifiers')
    const [request, response] = [at(value, 'evidence', 'request'), at(value, 'evidence', 'response')]
    const flags = list(value, 'flags').map((flag) => text(flag, 'type'))
    const crash = text(location, 'crash_type')
    const sent = together([text(request, 'method'), text(request, 'url')].filter((t) => t !== null).join(' '), headersOf(at(request, 'headers')).join('\n'), text(request, 'body'))
    const got = together(
      [text(response, 'status_code'), text(response, 'reason_phrase')].filter((t) => t !== null).join(' '), headersOf(at(response, 'headers')).join('\n'),
      text(response, 'body'),
    )
    return [{
      rule: identifiers.map((i) => text(i, 'value')).find((t) => t !== null) ?? text(value, 'cve'),
      title: text(value, 'name') ?? text(value, 'message') ?? identifiers.map((i) => text(i, 'name')).find((t) => t !== null) ?? crash,
      description: text(value, 'description'), solution: text(value, 'solution'),
      references: [...list(value, 'links').map((l) => text(l, 'url')), ...identifiers.map((i) => text(i, 'url')), ...linksIn(text(value, 'solution'))],
      identifiers: joined(
        { cwe: identifiers.filter((i) => /^cwe$/i.test(text(i, 'type') ?? '')).flatMap((i) => cweOf(text(i, 'value'))) },
        identifiersIn(...identifiers.flatMap((i) => [text(i, 'name'), text(i, 'value')]), text(value, 'cve'), text(value, 'name')),
      ),
      cvss: list(value, 'cvss_vectors').map((c) => ({ vector: text(c, 'vector') })), severity: text(value, 'severity'),
      stance: flags.includes('flagged-as-likely-false-positive') ? 'false-positive' : 'open',
      ...firstAddress(joinedUrl(text(location, 'hostname'), text(location, 'path')), text(request, 'url')),
      evidence: together(
        labelled({
          Method: text(location, 'method'), Parameter: text(location, 'param'), Confidence: text(value, 'confidence'), Summary: text(value, 'evidence', 'summary'),
          Crash: [crash, text(location, 'crash_state'), text(location, 'crash_address')].filter((t) => t !== null).join('\n'),
          Stack: text(location, 'stacktrace_snippet') ?? text(location, 'stacktrace'), Assets: list(value, 'assets').map((a) => text(a, 'url')).filter((t) => t !== null).join('\n'),
        }),
        labelled({ Request: sent, Response: got }), ...texts(value, 'raw_source_code_extract'),
      ),
      firstSeen: text(value, 'discovered_at'), lastSeen: text(context, 'scan', 'end_time') ?? text(value, 'discovered_at'), record: pointer(keys),
    }]
  },
}
