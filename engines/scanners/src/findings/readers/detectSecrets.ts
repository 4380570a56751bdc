import type { Stance } from '../finding.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** detect-secrets, baseline: one finding for each secret; audited ones as they were judged. https://github.com/Yelp/detect-secrets */
export const reader: JsonReader = {
  id: 'detectSecrets',
  name: 'detect-secrets',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('plugins_used') || (keys.has('results') && /"hashed_secret"\s*:/.test(beginning)),
  paths: [['results', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => list(value).map((secret, i) => {
    const judged = text(secret, 'is_secret')
    const stance: Stance = judged === 'false' ? 'false-positive' : 'open'
    return {
      rule: text(secret, 'type'), title: text(secret, 'type'), stance, place: { file: text(secret, 'filename') ?? String(keys[1]), line: number(secret, 'line_number') },
      evidence: linesOf(named('Hash', text(secret, 'hashed_secret')), named('Verified', text(secret, 'is_verified')), named('Audited as secret', judged)),
      firstSeen: text(context, 'generated_at'), record: pointer([...keys, i]),
    }
  }),
}
