import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'

/** trufflehog3, `--format JSON`: one finding for each secret. https://github.com/feeltheajf/trufflehog3 */
export const reader: JsonReader = {
  id: 'trufflehog3',
  name: 'trufflehog3',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && ['rule', 'path', 'secret'].every((key) => itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const context = Object.entries(at(value, 'context') ?? {}).map(([n, line]) => named(n, text(line)))
    return [{
      rule: text(value, 'rule', 'id'), title: text(value, 'rule', 'message') ?? text(value, 'rule', 'id'), description: text(value, 'message'),
      severity: text(value, 'rule', 'severity'),
      place: { file: text(value, 'path') ?? 'unknown', line: lineOf(text(value, 'line')) },
      evidence: linesOf(
        named('Secret', text(value, 'secret')), named('Commit', text(value, 'commit')), named('Branch', text(value, 'branch')), named('Author', text(value, 'author')), ...context,
      ),
      secrets: texts(value, 'secret'), firstSeen: text(value, 'date'), record: pointer(keys),
    }]
  },
}
