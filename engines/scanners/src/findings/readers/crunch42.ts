import { identifiersIn } from '../identifiers.ts'
import { at, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { labelled } from '../web.ts'

const levels = [null, 'none', 'low', 'medium', 'high', 'critical'] as const

/** 42Crunch, audit of an API contract: one finding for each place of each issue, by its pointer into the contract. https://docs.42crunch.com/latest/content/concepts/api_contract_security_audit.htm */
export const reader: JsonReader = {
  id: 'crunch42',
  name: '42Crunch API Security Audit',
  kind: 'json',
  detect: (head) => (head.keys.has('report') && head.keys.has('taskId')) || (/"assessmentVersion"\s*:/.test(head.text) && /"openapiState"\s*:/.test(head.text)),
  paths: [['report', '*', 'issues', '*', 'issues', '*'], ['*', 'issues', '*', 'issues', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const root = keys[0] === 'report' ? at(context, 'report') : context
    const issue = at(context, ...keys.slice(0, -2))
    const place = number(value, 'pointer')
    const file = place === null ? text(value, 'pointer') : text(root, 'index', place)
    const level = text(value, 'criticality') ?? text(issue, 'criticality')
    const [description, own] = [text(issue, 'description'), text(value, 'specificDescription')]
    return [{
      rule: String(keys.at(-3)), title: description ?? own, description: own, identifiers: identifiersIn(description, own), severity: level, derived: levels[Number(level ?? 0)] ?? null,
      place: file === null ? null : { file }, evidence: labelled({ Section: String(keys.at(-5)), Score: text(value, 'score'), Fingerprint: text(value, 'fingerprint') }),
      lastSeen: text(context, 'end'), record: pointer(keys),
    }]
  },
}
