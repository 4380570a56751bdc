import type { Json } from '../../input/jsonRecords.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import type { Severity, Stance } from '../finding.ts'

const stances: Readonly<Record<string, Stance>> = { PASS: 'passed' }
const severities: Readonly<Record<string, Severity>> = { FAIL: 'medium', WARN: 'low', INFO: 'none', PASS: 'none' }

const above = (context: Json, keys: readonly (string | number)[], depth: number): Json => at(context, ...keys.slice(0, depth))

/** kube-bench, JSON, all of its layouts: one finding for each result of a check, passed ones too. https://github.com/aquasecurity/kube-bench/blob/main/docs/running.md */
export const reader: JsonReader = {
  id: 'kubebench',
  name: 'kube-bench',
  kind: 'json',
  detect: (head) => head.keys.has('Controls') || [head.keys, head.itemKeys].some((keys) => keys.has('tests') && keys.has('node_type')),
  paths: [['*', 'Controls', '*', 'tests', '*', 'results', '*'], ['*', 'tests', '*', 'results', '*']],
  needsContext: true,
  mayBeLines: true,
  read: ({ value, keys }, { context }) => {
    const control = above(context, keys, keys.length - 4)
    const section = above(context, keys, keys.length - 2)
    const status = text(value, 'status')?.toUpperCase() ?? ''
    const found = [['actual value', 'actual_value'], ['expected', 'expected_result'], ['reason', 'reason'], ['audit', 'audit'], ['audit of the configuration', 'AuditConfig'],
      ['audit of the environment', 'AuditEnv']] as const
    return [{
      rule: text(value, 'test_number'), title: [text(value, 'test_number'), text(value, 'test_desc')].filter((t) => t !== null).join(' '),
      description: [text(control, 'text'), text(section, 'desc'), ...texts(value, 'test_info')].filter((t) => t !== null).join('\n'), solution: text(value, 'remediation'),
      severity: text(value, 'status'), derived: severities[status] ?? null, stance: stances[status] ?? 'open',
      evidence: found.flatMap(([name, key]) => (text(value, key) === null ? [] : [`${name}: ${text(value, key)}`])).join('\n'),
      place: text(control, 'node_type') === null ? null : { file: text(control, 'node_type')! }, record: pointer(keys),
    }]
  },
}
