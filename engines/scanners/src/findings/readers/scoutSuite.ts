import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import type { Severity } from '../finding.ts'

const severities: Readonly<Record<string, Severity>> = { danger: 'high', warning: 'medium' }

/**
 * Scout Suite, `scoutsuite_results_….js` or its JSON: one finding for each item that a rule flags, and one for each rule that was checked and flags none.
 * https://github.com/nccgroup/ScoutSuite
 */
export const reader: JsonReader = {
  id: 'scoutSuite',
  name: 'Scout Suite',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('account_id') && keys.has('last_run') && /"ruleset_about"\s*:/.test(beginning),
  paths: [['services', '*', 'findings', '*']],
  read: ({ value: rule, keys }, { context }) => {
    const items = texts(rule, 'items')
    const provider = text(context, 'provider_name') ?? text(context, 'provider_code')
    const common = {
      rule: text(keys.at(-1)), title: text(rule, 'description') ?? text(keys.at(-1)), description: text(rule, 'rationale'), solution: text(rule, 'remediation'),
      references: texts(rule, 'references'), severity: text(rule, 'level'), derived: severities[text(rule, 'level') ?? ''] ?? null, lastSeen: text(context, 'last_run', 'time'),
      evidence: [provider, text(context, 'account_id'), text(rule, 'service')].filter((t) => t !== null).join(' · '), record: pointer(keys),
    }
    if (items.length === 0) return (Number(at(rule, 'checked_items')) || 0) > 0 ? [{ ...common, stance: 'passed' as const }] : []
    return items.map((item) => ({ ...common, place: { file: item } }))
  },
}
