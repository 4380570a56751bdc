import { cweOf } from '../identifiers.ts'
import { pointer, text, texts, list } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** cwe_checker, JSON: one finding for each warning. https://github.com/fkie-cad/cwe_checker */
export const reader: JsonReader = {
  id: 'cweChecker',
  name: 'cwe_checker',
  kind: 'json',
  detect: (head) => head.isList && ['name', 'version', 'addresses', 'tids', 'symbols', 'description'].every((key) => head.itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const name = of('name')
    const places = [...texts(value, 'symbols'), ...texts(value, 'addresses')]
    return [{
      rule: name, title: of('description') ?? name, identifiers: { cwe: cweOf(name) }, place: places.length === 0 ? null : { file: places.join(' ') },
      evidence: [`version: ${of('version') ?? ''}`, ...texts(value, 'tids'), ...list(value, 'other').map((o) => texts(o).join(' ')), ...texts(value, 'context')].join('\n'),
      record: pointer(keys),
    }]
  },
}
