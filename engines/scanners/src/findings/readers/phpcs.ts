import type { Severity } from '../finding.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: Readonly<Record<string, Severity>> = { ERROR: 'high', WARNING: 'medium' }

/** PHP_CodeSniffer, `--report=json` (phpcs-security-audit among its standards): one finding for each message. https://github.com/PHPCSStandards/PHP_CodeSniffer/wiki/Reporting */
export const reader: JsonReader = {
  id: 'phpcs',
  name: 'PHP_CodeSniffer',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('totals') && keys.has('files') && /"totals"\s*:\s*\{[^{}]*"(?:errors|warnings|fixable)"\s*:/.test(beginning),
  paths: [['files', '*']],
  read: ({ value, keys }) => list(value, 'messages').map((message, i) => ({
    rule: text(message, 'source'), title: text(message, 'message'), severity: text(message, 'type'), derived: levels[text(message, 'type') ?? ''] ?? null,
    place: { file: String(keys[1]), line: number(message, 'line') }, record: pointer([...keys, 'messages', i]),
  })),
}
