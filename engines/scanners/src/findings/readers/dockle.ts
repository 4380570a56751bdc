import { lines } from '../advisories.ts'
import type { Severity, Stance } from '../finding.ts'
import { pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities: Readonly<Record<string, Severity>> = { FATAL: 'critical', WARN: 'medium', INFO: 'low', PASS: 'none', SKIP: 'none', IGNORE: 'none' }
const stances: Readonly<Record<string, Stance>> = { PASS: 'passed', IGNORE: 'suppressed', SKIP: 'suppressed' }

/** Dockle, JSON: one finding for each checkpoint, with its alerts. https://github.com/goodwithtech/dockle */
export const reader: JsonReader = {
  id: 'dockle',
  name: 'Dockle',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) => keys.has('summary') && keys.has('details')
    && (itemKeys.has('code') ? itemKeys.has('level') : /"summary"\s*:\s*\{\s*"fatal"/.test(head)),
  paths: [['details', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const level = text(value, 'level')
    const image = text(context, 'image')
    return [{
      rule: text(value, 'code'), title: text(value, 'title'), severity: level, derived: severities[level ?? ''] ?? null, stance: stances[level ?? ''] ?? 'open',
      host: image === null ? null : { name: image }, evidence: lines(...texts(value, 'alerts')), record: pointer(keys),
    }]
  },
}
