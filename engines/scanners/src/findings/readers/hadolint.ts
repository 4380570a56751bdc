import { number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Hadolint, `--format json`: one finding for each rule that is broken. https://github.com/hadolint/hadolint */
export const reader: JsonReader = {
  id: 'hadolint',
  name: 'Hadolint',
  kind: 'json',
  detect: ({ isList, itemKeys, text: beginning }) => isList && ['code', 'level', 'file', 'message', 'line'].every((key) => itemKeys.has(key)) && /"code"\s*:\s*"(?:DL|SC)\d+"/.test(beginning),
  paths: [['*']],
  read: ({ value, keys }) => {
    const rule = text(value, 'code')
    return [{
      rule, title: text(value, 'message'), severity: text(value, 'level'),
      references: rule === null ? [] : [rule.startsWith('SC') ? `https://www.shellcheck.net/wiki/${rule}` : `https://github.com/hadolint/hadolint/wiki/${rule}`],
      place: { file: text(value, 'file') ?? 'unknown', line: number(value, 'line') }, record: pointer(keys),
    }]
  },
}
