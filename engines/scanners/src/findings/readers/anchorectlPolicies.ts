import { advisories, labelled, lines } from '../advisories.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities = { stop: 'high', warn: 'medium', go: 'none' } as const
const word = /^(critical|high|medium|low|negligible|unknown)\b/i

/** anchorectl, evaluation of policies: one finding for each detail. https://docs.anchore.com/current/docs/deployment/anchorectl/ */
export const reader: JsonReader = {
  id: 'anchorectlPolicies',
  name: 'anchorectl policy evaluation',
  kind: 'json',
  detect: ({ isList, keys, itemKeys }) => (isList ? itemKeys.has('detail') && itemKeys.has('finalAction') : keys.has('evaluatedTag')
    || (keys.has('evaluations') && keys.has('imageDigest'))),
  paths: [['*', 'detail', '*'], ['evaluations', '*', 'details', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const evaluation = at(context, ...keys.slice(0, -2))
    const [description, action, trigger] = [text(value, 'description'), text(value, 'status') ?? text(value, 'action'), text(value, 'triggerId')]
    const severity = word.exec(description ?? '')?.[1] ?? null
    const isVulnerability = text(value, 'gate') === 'vulnerabilities'
    return [{
      rule: [text(value, 'gate'), text(value, 'triggerName') ?? text(value, 'trigger')].filter((t) => t !== null).join(':'),
      title: description ?? trigger,
      identifiers: joined(isVulnerability ? advisories(trigger?.split('+')[0]) : {}, identifiersIn(description)),
      severity: severity ?? action,
      derived: severity === null ? severities[action?.toLowerCase() as keyof typeof severities] ?? null : null,
      stance: at(value, 'allowlisted') === true ? 'suppressed' as const : 'open' as const,
      host: { name: text(value, 'tag') ?? text(evaluation, 'tag') ?? text(context, 'evaluatedTag') },
      evidence: lines(labelled('Trigger', trigger), labelled('Policy', text(value, 'policyId')), labelled('Action', action), labelled('Image', text(value, 'imageId'))),
      lastSeen: text(evaluation, 'evaluationTime') ?? text(evaluation, 'lastEvaluation'),
      record: pointer(keys),
    }]
  },
}
