import { at, list, pointer, text, texts } from '../nodes.ts'
import { npmAdvisory } from '../npmAdvisory.ts'
import type { JsonReader } from '../reader.ts'

/**
 * `npm audit --json` of npm 6, `pnpm audit --json` and `yarn npm audit --json` of yarn 2 and 3: one finding for each advisory and version of a package that it applies to.
 * https://docs.npmjs.com/cli/v6/commands/npm-audit
 */
export const reader: JsonReader = {
  id: 'npmAudit',
  name: 'npm audit (npm 6, pnpm)',
  kind: 'json',
  detect: (head) => head.keys.has('advisories') && !head.keys.has('abandoned')
    && (/"module_name"\s*:/.test(head.text) || head.keys.has('muted') || head.keys.has('actions') || /"advisories"\s*:\s*\{\s*\}/.test(head.text))
    || (head.keys.has('actions') && /"resolves"\s*:/.test(head.text)),
  paths: [['advisories', '*']],
  read: ({ value: advisory, keys }) => {
    const found = list(advisory, 'findings')
    if (found.length === 0) return [npmAdvisory(advisory, null, [], pointer(keys))]
    const byVersion = Map.groupBy(found.keys(), (i) => text(found[i], 'version'))
    return [...byVersion].map(([version, places]) => npmAdvisory(advisory, version, [...new Set(places.flatMap((i) => texts(at(found[i]!, 'paths'))))], pointer([...keys, 'findings', places[0]!])))
  },
}
