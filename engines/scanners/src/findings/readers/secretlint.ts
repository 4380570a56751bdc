import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf } from '../sast.ts'

/** Secretlint, `--format json`: one finding for each message. https://github.com/secretlint/secretlint */
export const reader: JsonReader = {
  id: 'secretlint',
  name: 'Secretlint',
  kind: 'json',
  detect: ({ isList, itemKeys, text: beginning }) => isList && itemKeys.has('filePath')
    && (itemKeys.has('sourceContentType') || (itemKeys.has('messages') && /"ruleId"\s*:\s*"@secretlint\//.test(beginning))),
  paths: [['*']],
  read: ({ value, keys }) => list(value, 'messages').map((message, i) => {
    const line = number(message, 'loc', 'start', 'line')
    const [from, to] = [number(message, 'range', 0), number(message, 'range', 1)]
    return {
      rule: text(message, 'ruleId'), title: text(message, 'message'), description: text(message, 'messageId'), references: [text(message, 'docsUrl')],
      severity: text(message, 'severity'),
      place: { file: text(value, 'filePath') ?? 'unknown', line, endLine: number(message, 'loc', 'end', 'line') },
      evidence: linesOf(line === null ? null : text(value, 'sourceContent')?.split('\n')[line - 1]),
      secrets: from === null || to === null ? [] : [text(value, 'sourceContent')?.slice(from, to) ?? ''], record: pointer([...keys, 'messages', i]),
    }
  }),
}
