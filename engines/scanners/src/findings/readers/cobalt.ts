import type { Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, firstAddress, labelled } from '../web.ts'

const stances: Readonly<Record<string, Stance>> = { valid_fix: 'fixed', fixed: 'fixed', wont_fix: 'accepted', invalid: 'false-positive', duplicate: 'suppressed', out_of_scope: 'suppressed' }

/** Cobalt, findings of a pentest by its API: one finding for each target of each. https://docs.cobalt.io/v2/#findings */
export const reader: JsonReader = {
  id: 'cobalt',
  name: 'Cobalt (API)',
  kind: 'json',
  detect: (head) => head.keys.has('data') && head.itemKeys.has('resource') && /"(?:pentest_id|proof_of_concept|suggested_fix)"\s*:/.test(head.text),
  paths: [['data', '*']],
  read: ({ value, keys }) => {
    const finding = at(value, 'resource')
    const targets = texts(finding, 'affected_targets')
    const log = list(finding, 'log')
    return (targets.length === 0 ? [null] : targets).map((target) => ({
      rule: text(finding, 'type_category'), title: text(finding, 'title'), description: text(finding, 'description'), solution: text(finding, 'suggested_fix'),
      references: [text(value, 'links', 'ui', 'url')],
      identifiers: identifiersIn(
        text(finding, 'title'), text(finding, 'description'), text(finding, 'proof_of_concept'), ...texts(finding, 'labels'),
        ...list(finding, 'labels').map((l) => text(l, 'name')),
      ),
      severity: text(finding, 'severity'), stance: stances[text(finding, 'state') ?? ''] ?? 'open', ...firstAddress(target),
      place: target === null || addressOf(target).host != null ? null : { file: target },
      evidence: labelled({
        Id: text(finding, 'id'), Tag: text(finding, 'tag'), State: text(finding, 'state'), Impact: text(finding, 'impact'), Likelihood: text(finding, 'likelihood'),
        'Proof of concept': text(finding, 'proof_of_concept'),
      }),
      firstSeen: log.map((entry) => text(entry, 'timestamp'))[0] ?? null, lastSeen: log.map((entry) => text(entry, 'timestamp')).at(-1) ?? null, record: pointer(keys),
    }))
  },
}
