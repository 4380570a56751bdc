import type { Json } from '../../input/jsonRecords.ts'
import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { hostNamed, labelled, plain } from '../web.ts'

/** MDN (Mozilla) HTTP Observatory, tests as JSON of its command line, its API and GitLab: one finding for each, passed ones too. https://developer.mozilla.org/en-US/observatory/docs/faq */
export const reader: JsonReader = {
  id: 'mozillaObservatory',
  name: 'HTTP Observatory',
  kind: 'json',
  detect: (head) => /"score_?[mM]odifier"\s*:/.test(head.text) && /"score_?[dD]escription"\s*:/.test(head.text) && /"expectation"\s*:/.test(head.text),
  paths: [
    ['tests', '*'], ['content-security-policy'],
    ...[
      'contribute', 'cookies', 'cross-origin-resource-sharing', 'cross-origin-resource-policy', 'public-key-pinning', 'redirection', 'referrer-policy',
      'strict-transport-security', 'subresource-integrity', 'x-content-type-options', 'x-frame-options', 'x-xss-protection',
    ].map((name) => [name]),
  ],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const either = (...names: readonly string[]): string | null => names.map((name) => text(value, name)).find((t) => t !== null) ?? null
    const data = (value as { readonly [key: string]: Json } | null)?.output
    return [{
      rule: text(value, 'name') ?? String(keys.at(-1)), title: plain(either('score_description', 'scoreDescription')) ?? text(value, 'name'),
      solution: plain(text(value, 'recommendation')), references: [text(value, 'link')],
      stance: text(value, 'pass') === 'true' ? 'passed' : 'open', host: hostNamed(text(context, 'scan', 'hostname') ?? text(context, 'host')),
      evidence: labelled({
        Result: text(value, 'result'), Expectation: text(value, 'expectation'), 'Score modifier': either('score_modifier', 'scoreModifier'),
        Output: data == null ? null : JSON.stringify(data),
      }),
      lastSeen: text(context, 'scan', 'end_time') ?? text(context, 'scan', 'scanned_at'), record: pointer(keys),
    }]
  },
}
