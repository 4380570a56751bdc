import type { Json } from '../../input/jsonRecords.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import { hostOf } from '../network.ts'
import type { JsonReader } from '../reader.ts'

const kinds: Readonly<Record<string, string>> = { kex: 'key exchange', key: 'host key', enc: 'cipher', mac: 'message authentication code' }

const targetOf = (target: string | null) => {
  const found = /^\[?(.*?)\]?:(\d{1,5})$/.exec(target ?? '')
  return { host: hostOf(found?.[1] ?? target), service: { port: found === null ? 22 : Number(found[2]), protocol: 'tcp', name: 'ssh' } }
}

/** Algorithms as each version tells them: with notes, or only by name. */
const algorithmDraft = (kind: string, value: Json) => {
  const name = typeof value === 'string' ? value : text(value, 'algorithm')
  const [fail, warn, info] = ['fail', 'warn', 'info'].map((level) => texts(value, 'notes', level))
  const level = fail!.length > 0 ? 'fail' : warn!.length > 0 ? 'warn' : 'info'
  const size = text(value, 'keysize')
  return {
    rule: `${kind} ${name ?? ''}`, title: `SSH ${kinds[kind]!}: ${name ?? ''}`, description: [...fail!, ...warn!, ...info!].join('\n'), severity: level,
    derived: ({ fail: 'high', warn: 'medium', info: 'none' } as const)[level],
    stance: level === 'info' ? 'passed' as const : 'open' as const, evidence: size === null ? null : `keysize: ${size}`,
  }
}

/** ssh-audit, JSON, one target or a list: one finding for each CVE and each algorithm; `passed` where there is nothing against it. https://github.com/jtesta/ssh-audit */
export const reader: JsonReader = {
  id: 'sshAudit',
  name: 'ssh-audit',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => keys.has('banner') && keys.has('kex') && keys.has('mac')) || (head.keys.has('banner') && /"raw"\s*:\s*"SSH-/.test(head.text)),
  paths: ['cves', 'kex', 'key', 'enc', 'mac'].flatMap((name) => [[name, '*'], ['*', name, '*']]),
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const server = path % 2 === 0 ? context : at(context, keys[0]!)
    const kind = String(keys.at(-2))
    const common = { ...targetOf(text(server, 'target') ?? text(server, 'target_ip')), record: pointer(keys) }
    if (kind !== 'cves') return [{ ...algorithmDraft(kind, value), ...common, component: null }]
    return [{
      rule: text(value, 'name'), title: text(value, 'name'), description: text(value, 'description'), identifiers: identifiersIn(text(value, 'name')),
      cvss: [{ version: '2.0', score: text(value, 'cvssv2') }], ...common,
      component: text(server, 'banner', 'software') === null ? null : { name: text(server, 'banner', 'software')! }, evidence: text(server, 'banner', 'raw'),
    }]
  },
}
