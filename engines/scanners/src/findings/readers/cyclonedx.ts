import type { Json } from '../../input/jsonRecords.ts'
import { componentsIn, draftsOf, type Components } from '../cyclonedx.ts'
import { at, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const known = new WeakMap<object, Components>()
const componentsOf = (context: Json): Components => {
  if (context === null || typeof context !== 'object') return new Map()
  const before = known.get(context)
  if (before !== undefined) return before
  const found = componentsIn(context, at(context, 'metadata', 'component'))
  known.set(context, found)
  return found
}

/** CycloneDX, JSON, SBOM or VEX: one finding for each component that a vulnerability affects; components alone are none. https://cyclonedx.org/docs/1.6/json/ */
export const reader: JsonReader = {
  id: 'cyclonedx',
  name: 'CycloneDX',
  kind: 'json',
  detect: ({ keys, text: head }) =>
    (keys.has('bomFormat') && /"bomFormat"\s*:\s*"CycloneDX"/.test(head)) || (/"\$schema"\s*:\s*"[^"]*cyclonedx/.test(head)
      && (keys.has('specVersion') || keys.has('components') || keys.has('vulnerabilities'))),
  // Dependencies are passed over: nobody asks for them.
  paths: [['vulnerabilities', '*'], ['dependencies', '*'], ['compositions', '*'], ['annotations', '*']],
  needsContext: true,
  read: ({ value, path, keys }, { context }) =>
    path > 0 ? [] : draftsOf(value, componentsOf(context), null, { record: pointer(keys), lastSeen: text(context, 'metadata', 'timestamp') }),
}
