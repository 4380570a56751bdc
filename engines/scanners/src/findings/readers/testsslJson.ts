import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { testsslDraft } from '../testssl.ts'

/** testssl.sh, `--jsonfile`, a flat list: one finding for each entry; `passed` where the severity is OK. https://testssl.sh/doc/testssl.1.html */
export const reader: JsonReader = {
  id: 'testsslJson',
  name: 'testssl.sh (JSON)',
  kind: 'json',
  detect: (head) => head.isList && ['id', 'severity', 'finding'].every((key) => head.itemKeys.has(key)) && (head.itemKeys.has('ip') || head.itemKeys.has('fqdn/ip')),
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    return [testsslDraft({ id: of('id'), place: of('ip') ?? of('fqdn/ip'), port: of('port'), severity: of('severity'), finding: of('finding'), cve: of('cve'),
      cwe: of('cwe'), hint: of('hint') }, { record: pointer(keys) })]
  },
}
