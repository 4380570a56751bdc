import { list, pointer, text } from '../nodes.ts'
import { ossIndexComponent, ossIndexFlaw } from '../ossIndex.ts'
import type { JsonReader } from '../reader.ts'

/** Nancy (Go packages by Sonatype OSS Index), `--output json`: one finding for each flaw of a package. https://github.com/sonatype-nexus-community/nancy */
export const reader: JsonReader = {
  id: 'nancy',
  name: 'Nancy',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('audited') && (keys.has('exclusions') || keys.has('num_audited') || /"InvalidSemVer"\s*:/.test(beginning)))
    || (keys.has('vulnerable') && keys.has('num_vulnerable')),
  paths: [['vulnerable', '*'], ['excluded', '*']],
  read: ({ value, keys }) => list(value, 'Vulnerabilities').map((flaw, i) => ({
    ...ossIndexFlaw(flaw, ossIndexComponent(text(value, 'Coordinates')), pointer([...keys, 'Vulnerabilities', i])), ...(keys[0] === 'excluded' ? { stance: 'suppressed' as const } : {}),
  })),
}
