import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const kinds = ['failures', 'warnings', 'exceptions', 'skipped', 'successes'] as const
const levels = { failures: 'high', warnings: 'medium', exceptions: 'none', skipped: 'none', successes: 'none' } as const
const stances = { failures: 'open', warnings: 'open', exceptions: 'accepted', skipped: 'passed', successes: 'passed' } as const

/** Conftest, JSON: one finding for each failure, warning, exception and what else it lists of each file. https://www.conftest.dev/output/ */
export const reader: JsonReader = {
  id: 'conftest',
  name: 'Conftest',
  kind: 'json',
  detect: (head) => head.isList && head.itemKeys.has('filename') && head.itemKeys.has('successes'),
  paths: kinds.map((kind) => ['*', kind, '*']),
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const kind = kinds[path]!
    const file = at(context, keys[0]!)
    const message = typeof value === 'string' ? value : text(value, 'msg')
    const metadata = at(value, 'metadata')
    return [{
      rule: text(metadata, 'query') ?? text(file, 'namespace'), title: message, severity: kind, derived: levels[kind], stance: stances[kind],
      place: { file: text(file, 'filename') ?? '' }, identifiers: identifiersIn(message),
      evidence: metadata === null ? null : JSON.stringify(metadata), record: pointer(keys),
    }]
  },
}
