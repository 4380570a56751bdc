import type { Severity } from '../finding.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 1: 'medium', 2: 'high' }

/** ESLint, `--format json`: one finding for each message, suppressed ones too. https://eslint.org/docs/latest/use/formatters/#json */
export const reader: JsonReader = {
  id: 'eslint',
  name: 'ESLint',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('filePath') && itemKeys.has('messages') && !itemKeys.has('sourceContentType')
    && (itemKeys.has('errorCount') || itemKeys.has('warningCount')),
  paths: [['*']],
  read: ({ value, keys }) => (['messages', 'suppressedMessages'] as const).flatMap((where) => list(value, where).map((message, i) => ({
    rule: text(message, 'ruleId'), title: text(message, 'message'),
    solution: text(message, 'fix', 'text') ?? list(message, 'suggestions').map((s) => text(s, 'desc')).filter((t) => t !== null).join('\n'),
    severity: text(message, 'severity'), derived: levels[text(message, 'severity') ?? ''] ?? null, stance: where === 'suppressedMessages' ? 'suppressed' : 'open',
    place: { file: text(value, 'filePath') ?? 'unknown', line: number(message, 'line'), endLine: number(message, 'endLine') },
    evidence: linesOf(text(message, 'source'), ...list(message, 'suppressions').map((s) => text(s, 'justification'))), record: pointer([...keys, where, i]),
  }))),
}
