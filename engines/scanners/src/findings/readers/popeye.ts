import { at, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels = ['none', 'none', 'medium', 'high'] as const
const words = ['ok', 'info', 'warning', 'error'] as const

/** Popeye, JSON: one finding for each issue of each resource; `passed` at level 0. https://popeyecli.io */
export const reader: JsonReader = {
  id: 'popeye',
  name: 'Popeye',
  kind: 'json',
  detect: (head) => head.keys.has('popeye'),
  paths: ['sanitizers', 'sections'].map((name) => ['popeye', name, '*', 'issues', '*', '*']),
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const section = at(context, ...keys.slice(0, 3))
    const message = text(value, 'message') ?? ''
    const level = number(value, 'level') ?? 0
    const gvr = text(value, 'gvr') ?? text(section, 'gvr')
    const group = text(value, 'group')
    return [{
      rule: /^\[(POP-\d+)\]/.exec(message)?.[1] ?? null, title: message.replace(/^\[POP-\d+\]\s*/, ''),
      description: `${text(section, 'linter') ?? text(section, 'sanitizer') ?? ''} ${gvr ?? ''}`, severity: words[level] ?? String(level),
      derived: levels[level] ?? null, stance: level === 0 ? 'passed' : 'open', place: { file: String(keys[4]) },
      evidence: group === null || group === '__root__' ? null : `group: ${group}`,
      lastSeen: text(context, 'popeye', 'report_time'), record: pointer(keys),
    }]
  },
}
