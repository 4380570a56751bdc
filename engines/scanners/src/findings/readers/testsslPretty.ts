import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { hostOf, testsslDraft } from '../testssl.ts'

/**
 * testssl.sh, `--jsonfile-pretty`: one finding for each entry of each section of each server, and for problems of the client; `passed` where the severity is OK.
 * https://testssl.sh/doc/testssl.1.html
 */
export const reader: JsonReader = {
  id: 'testsslPretty',
  name: 'testssl.sh (pretty JSON)',
  kind: 'json',
  detect: (head) => head.keys.has('scanResult') || (head.keys.has('Invocation') && /testssl/i.test(head.text.slice(0, 4_096))),
  paths: [['scanResult', '*', '*', '*'], ...['', 1, 2, 3, 4, 5].map((n) => [`clientProblem${n}`, '*'])],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const server = path === 0 ? at(context, 'scanResult', keys[1]!) : null
    const of = (key: string) => text(value, key)
    const target = text(server, 'targetHost') ?? text(server, 'hostname') ?? ''
    const host = hostOf(of('ip') ?? `${target}/${text(server, 'ip') ?? ''}`)
    const reverse = text(server, 'rDNS')?.replace(/\.$/, '')
    if (of('id') === null && of('finding') === null) return []
    return [testsslDraft({ id: of('id'), place: null, port: of('port') ?? text(server, 'port'), severity: of('severity'), finding: of('finding'), cve: of('cve'), cwe: of('cwe'), hint: of('hint') }, {
      host: { ...host, fqdns: [...(host.fqdns ?? []), ...(reverse === undefined || /^(?:--|$)/.test(reverse) ? [] : [reverse])] },
      service: { port: Number(of('port') ?? text(server, 'port') ?? Number.NaN), protocol: 'tcp', name: text(server, 'service') },
      firstSeen: text(context, 'startTime'), record: pointer(keys),
    })]
  },
}
