import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Legitify, JSON (flattened): one finding for each entity of each policy, by its status; `passed` where it passed. https://github.com/Legit-Labs/legitify */
export const reader: JsonReader = {
  id: 'legitify',
  name: 'Legitify',
  kind: 'json',
  detect: (head) => head.keys.has('content') && head.keys.has('type') && /"(?:policyInfo|policyName)"\s*:/.test(head.text),
  paths: [['content', '*', 'violations', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const policy = at(context, 'content', keys[1]!, 'policyInfo')
    const status = text(value, 'status')
    const entity = text(value, 'aux', 'entityName')
    return [{
      rule: text(policy, 'fullyQualifiedPolicyName') ?? String(keys[1]), title: text(policy, 'title'),
      description: [text(policy, 'description'), ...texts(policy, 'threat')].filter((t) => t !== null).join('\n\n'),
      solution: texts(policy, 'remediationSteps').join('\n'), references: [text(value, 'canonicalLink')], severity: text(policy, 'severity'),
      stance: status === 'PASSED' ? 'passed' : 'open',
      url: text(value, 'canonicalLink'), place: entity === null ? null : { file: `${text(value, 'violationEntityType') ?? ''} ${entity}`.trim() },
      evidence: [`status: ${status ?? ''}`, at(value, 'aux') === null ? '' : JSON.stringify(at(value, 'aux'))].join('\n').trim(), record: pointer(keys),
    }]
  },
}
