import type { Draft } from './draft.ts'
import { identifiersIn } from './identifiers.ts'
import { firstAddress, joinedUrl, labelled } from './web.ts'

/** An entry of Wapiti, by what its XML and JSON share. */
export interface WapitiEntry {
  readonly category: string | null
  readonly description: string | null
  readonly solution: string | null
  readonly references: readonly { readonly title: string | null; readonly url: string | null }[]
  readonly of: (name: string) => string | null
  readonly target: string | null
  readonly time: string | null
  readonly record: string
}

const levels = ['none', 'low', 'medium', 'high', 'critical'] as const

/** https://wapiti-scanner.github.io/ */
export const draftOfWapiti = ({ category, description, solution, references, of, target, time, record }: WapitiEntry): Draft => {
  const origin = URL.parse(target ?? '')?.origin ?? target
  return {
    rule: of('module'), title: category, description: [description, of('info')].filter((t) => t !== null).join('\n\n'), solution,
    references: references.map((r) => r.url),
    identifiers: identifiersIn(category, of('info'), ...references.flatMap((r) => [r.title, r.url?.replace(/^https?:\/\/cwe\.mitre\.org\/data\/definitions\/(\d+).*$/s, 'CWE-$1') ?? null])),
    severity: of('level'), derived: levels[Number(of('level') ?? Number.NaN)] ?? null,
    ...firstAddress(joinedUrl(origin, of('path')), target),
    evidence: labelled({ Method: of('method'), Parameter: of('parameter'), Referer: of('referer'), Request: of('http_request'), Curl: of('curl_command') }),
    lastSeen: time, record,
  }
}
