import { identifiersIn } from '../identifiers.ts'
import { pointer, text } from '../nodes.ts'
import { hostOf } from '../network.ts'
import type { JsonReader } from '../reader.ts'

/** kube-hunter, JSON: one finding for each vulnerability. https://aquasecurity.github.io/kube-hunter/ */
export const reader: JsonReader = {
  id: 'kubehunter',
  name: 'kube-hunter',
  kind: 'json',
  detect: (head) => (head.keys.has('vulnerabilities') && head.keys.has('nodes') && head.keys.has('services')) || (head.keys.has('nodes') && /"vid"\s*:\s*"(?:KHV|None)/.test(head.text)),
  paths: [['vulnerabilities', '*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const location = of('location') ?? ''
    const found = /^\[?([\w.-]+|[\da-f:]+)\]?:(\d{1,5})$/i.exec(location)
    return [{
      rule: of('vid') === 'None' ? null : of('vid'), title: of('vulnerability'), description: [of('category'), of('description')].filter((t) => t !== null).join('\n\n'),
      references: [of('avd_reference')], severity: of('severity'),
      identifiers: identifiersIn(of('vulnerability'), of('description'), of('vid')), evidence: of('evidence'), host: { ...hostOf(found?.[1] ?? location), name: location },
      service: found === null ? null : { port: Number(found[2]), protocol: 'tcp' }, record: pointer(keys),
    }]
  },
}
