import { labelled, lines } from '../advisories.ts'
import type { Severity, Stance } from '../finding.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities: Readonly<Record<string, Severity>> = { WARN: 'high', INFO: 'low', NOTE: 'none', PASS: 'none' }
const stances: Readonly<Record<string, Stance>> = { PASS: 'passed' }

/** Docker Bench for Security, JSON: one finding for each test, those that passed too. https://github.com/docker/docker-bench-security */
export const reader: JsonReader = {
  id: 'dockerBench',
  name: 'Docker Bench for Security',
  kind: 'json',
  detect: ({ keys }) => keys.has('dockerbenchsecurity') && keys.has('tests'),
  paths: [['tests', '*', 'results', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const result = text(value, 'result')
    return [{
      rule: text(value, 'id'), title: text(value, 'desc'), description: text(at(context, 'tests', keys[1]!), 'desc'),
      solution: lines(text(value, 'remediation'), labelled('Impact', text(value, 'remediation-impact'))),
      severity: result, derived: severities[result ?? ''] ?? null, stance: stances[result ?? ''] ?? 'open',
      evidence: lines(text(value, 'details'), ...texts(value, 'items')),
      firstSeen: text(context, 'start'), lastSeen: text(context, 'end'), record: pointer(keys),
    }]
  },
}
