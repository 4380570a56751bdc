import type { Severity } from '../finding.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: Readonly<Record<string, Severity>> = { info: 'none', refactor: 'low', convention: 'low', warning: 'medium', error: 'high', fatal: 'critical' }

/** RuboCop, `--format json`: one finding for each offense. https://docs.rubocop.org/rubocop/formatters.html#json-formatter */
export const reader: JsonReader = {
  id: 'rubocop',
  name: 'RuboCop',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('files') && /"rubocop_version"\s*:|"offenses"\s*:/.test(beginning),
  paths: [['files', '*']],
  read: ({ value, keys }) => list(value, 'offenses').map((offense, i) => ({
    rule: text(offense, 'cop_name'), title: text(offense, 'message'), severity: text(offense, 'severity'), derived: levels[text(offense, 'severity') ?? ''] ?? null,
    stance: text(offense, 'corrected') === 'true' ? 'fixed' : 'open',
    place: { file: text(value, 'path') ?? 'unknown', line: number(offense, 'location', 'start_line') ?? number(offense, 'location', 'line'), endLine: number(offense, 'location', 'last_line') },
    record: pointer([...keys, 'offenses', i]),
  })),
}
