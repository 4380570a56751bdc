import type { Json } from '../../input/jsonRecords.ts'
import type { Severity, Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { hostOf, hostOfUrl, links, paragraphs } from '../network.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const risks: readonly Severity[] = ['none', 'none', 'low', 'medium', 'high', 'critical']
const stanceOf = (status: string | null): Stance =>
  status === 'closed' ? 'fixed' : status === 'invalid' ? 'false-positive' : status === 'accepted' ? 'accepted' : /^(?:mitigated|out[ _]of[ _]scope)$/.test(status ?? '') ? 'suppressed' : 'open'

const headers = (message: Json): string[] => list(message, 'headers').map((header) => `${text(header, 'name') ?? ''}: ${text(header, 'value') ?? ''}`)
const exchange = (vector: Json): string => {
  const [request, response] = [at(vector, 'request'), at(vector, 'response')]
  const parameter = text(request, 'param_name') === null ? '' : `${text(request, 'param_name')}=${text(request, 'param_value') ?? ''}`
  const sent = [`${text(request, 'method') ?? ''} ${text(request, 'url') ?? ''}`.trim(), ...headers(request), text(request, 'body', 'content') ?? text(request, 'body') ?? '', parameter]
  const got = [text(response, 'status') ?? '', ...headers(response), text(response, 'body_match', 'content') ?? text(response, 'body', 'content') ?? '']
  return [sent, got].map((lines) => lines.filter((line) => line !== '').join('\n')).filter((part) => part !== '').join('\n\n')
}

/** WhiteHat Sentinel API, list of vulnerabilities: one finding for each attack vector of each, as it is one place. https://source.whitehatsec.com/help/ */
export const reader: JsonReader = {
  id: 'whitehat',
  name: 'WhiteHat Sentinel',
  kind: 'json',
  detect: (head) =>
    head.keys.has('collection') && (['attack_vectors', 'site_name', 'bla_id', 'retest_state'].some((key) => head.itemKeys.has(key))
      || (head.keys.size === 1 && /"collection"\s*:\s*\[\s*\]/.test(head.text))),
  paths: [['collection', '*']],
  read: ({ value, keys }) => {
    const risk = text(value, 'custom_risk') ?? text(value, 'risk')
    const vectors = list(value, 'attack_vectors')
    const [description, solution] = [text(value, 'description', 'description'), text(value, 'solution', 'solution')]
    return (vectors.length === 0 ? [null] : vectors).map((vector, i) => {
      const url = text(vector, 'request', 'url') ?? text(value, 'url')
      return {
        rule: text(value, 'class'), title: text(value, 'class'), description: paragraphs(text(value, 'description', 'description_prepend'), description),
        solution: paragraphs(text(value, 'solution', 'solution_prepend'), solution),
        references: links(description, solution, text(value, 'solution', 'solution_prepend')),
        identifiers: identifiersIn(...texts(vector, 'scanner_tags'), text(value, 'class'), text(value, 'description', 'description_prepend')),
        cvss: [{ vector: text(value, 'cvss_vector'), score: number(value, 'cvss_score') }], severity: risk, derived: risks[Number(risk ?? Number.NaN)] ?? null,
        stance: stanceOf(text(vector, 'state') ?? text(value, 'status')),
        host: hostOfUrl(url) ?? hostOf(text(value, 'url'), text(value, 'site_name')), url: url !== null && /^https?:/.test(url) ? url : null, evidence: exchange(vector),
        firstSeen: text(vector, 'found') ?? text(value, 'found'), lastSeen: text(vector, 'tested') ?? text(value, 'modified'),
        record: pointer(vector === null ? keys : [...keys, 'attack_vectors', i]),
      }
    })
  },
}
