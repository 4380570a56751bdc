import { number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { named } from '../sast.ts'

/** QARK (Android), JSON: one finding for each. https://github.com/linkedin/qark */
export const reader: JsonReader = {
  id: 'qark',
  name: 'QARK',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('apk_exploit_dict') && itemKeys.has('file_object'),
  paths: [['*']],
  read: ({ value, keys }) => {
    const file = text(value, 'file_object')
    return [{
      rule: text(value, 'name'), title: text(value, 'name'), description: text(value, 'description'), severity: text(value, 'severity'),
      derived: text(value, 'severity') === 'VULNERABILITY' ? 'high' : null,
      place: file === null ? null : { file, line: number(value, 'line_number', 0) || null }, evidence: named('Category', text(value, 'category')), record: pointer(keys),
    }]
  },
}
