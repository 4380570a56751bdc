import type { Json } from '../../input/jsonRecords.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { Head, JsonReader } from '../reader.ts'
import { addressOf, firstAddress, hostNamed, labelled, sameHost } from '../web.ts'

const isResult = (keys: Head['keys']): boolean =>
  ((keys.has('template-id') || keys.has('templateID') || keys.has('template')) && (keys.has('info') || keys.has('severity')))
  && ['matched-at', 'matched', 'host', 'matcher-status', 'template-path', 'template-url'].some((key) => keys.has(key))

/** The first of these keys that has a text: templates and results wrote them in several ways. */
const first = (value: Json, ...keys: readonly string[]): string | null => keys.map((key) => text(value, key)).find((t) => t !== null) ?? null
/** Several values, which may stand in one text with commas or line ends. */
const split = (value: Json, ...keys: readonly string[]): string[] => texts(value, ...keys).flatMap((t) => t.split(/[,\n]/)).map((t) => t.trim()).filter((t) => t !== '')

/** Nuclei, results as JSON or JSON lines of versions 2 and 3: one finding for each. https://docs.projectdiscovery.io/tools/nuclei/running#nuclei-result-formats */
export const reader: JsonReader = {
  id: 'nuclei',
  name: 'Nuclei',
  kind: 'json',
  mayBeLines: true,
  detect: (head) => isResult(head.kind === 'json' && !head.isList ? head.keys : head.itemKeys),
  paths: [['*']],
  read: ({ value, keys }) => {
    const info = at(value, 'info') ?? value
    const classification = at(info, 'classification')
    const template = first(value, 'template-id', 'templateID', 'template')
    const matcher = first(value, 'matcher-name', 'matcher_name')
    const matched = first(value, 'matched-at', 'matched', 'url')
    const { host, service, url } = firstAddress(matched, text(value, 'host'))
    const port = text(value, 'port')
    const several = (...names: readonly string[]) => names.flatMap((name) => texts(value, name))
    return [{
      rule: matcher === null ? template : `${template ?? ''}:${matcher}`,
      title: text(info, 'name') ?? template,
      description: [text(info, 'description'), text(info, 'impact')].filter((t) => t !== null).join('\n\n'),
      solution: text(info, 'remediation'),
      references: [...texts(info, 'reference'), ...texts(info, 'references')].flatMap((t) => t.split(/[\s,]+(?=https?:\/\/)/)).map((t) => t.replace(/^\s*-\s*/, '')),
      identifiers: joined(
        identifiersIn(...split(classification, 'cve-id'), ...split(classification, 'cwe-id')),
        { cwe: split(classification, 'cwe-id').flatMap(cweOf) },
        identifiersIn(template, text(info, 'name'), ...split(info, 'tags'), text(info, 'description'), ...texts(info, 'reference')),
      ),
      cvss: [{ vector: text(classification, 'cvss-metrics'), score: text(classification, 'cvss-score') }],
      severity: text(info, 'severity'),
      stance: at(value, 'matcher-status') === false ? 'passed' : 'open',
      url,
      host: sameHost(host ?? addressOf(text(value, 'host')).host, hostNamed(text(value, 'ip'))),
      service: service ?? (port === null ? null : { port: Number(port), protocol: 'tcp', name: text(value, 'scheme') }),
      evidence: labelled({
        Matched: url === matched ? null : matched, Extracted: several('extracted-results', 'extracted_results').join('\n'), Path: text(value, 'path'),
        Lines: texts(value, 'matched-line').join(', '),
        Interaction: text(value, 'interaction', 'raw-request'), Request: text(value, 'request'), Response: text(value, 'response'), Curl: first(value, 'curl-command', 'curl_command'),
      }),
      lastSeen: text(value, 'timestamp'),
      record: pointer(keys),
    }]
  },
}
