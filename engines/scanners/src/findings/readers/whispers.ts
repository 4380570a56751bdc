import type { Severity } from '../finding.ts'
import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { info: 'none', minor: 'low', major: 'medium', critical: 'high', blocker: 'critical' }

/** Whispers, JSON: one finding for each secret. https://github.com/adeptex/whispers */
export const reader: JsonReader = {
  id: 'whispers',
  name: 'Whispers',
  kind: 'json',
  mayBeLines: true,
  detect: ({ keys, itemKeys }) => [keys, itemKeys].some((of) => ['key', 'value', 'file', 'line', 'message'].every((key) => of.has(key))),
  paths: [['*']],
  read: ({ value, keys }) => [{
    rule: text(value, 'rule_id') ?? text(value, 'message'), title: text(value, 'message'), severity: text(value, 'severity'),
    derived: levels[text(value, 'severity')?.toLowerCase() ?? ''] ?? null,
    place: { file: text(value, 'file') ?? 'unknown', line: number(value, 'line') || null }, evidence: linesOf(named('Key', text(value, 'key')), named('Value', text(value, 'value'))),
    secrets: texts(value, 'value'), record: pointer(keys),
  }],
}
