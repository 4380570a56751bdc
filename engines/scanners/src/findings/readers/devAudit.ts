import { at, list, pointer, text } from '../nodes.ts'
import { ossIndexFlaw } from '../ossIndex.ts'
import type { JsonReader } from '../reader.ts'

/** DevAudit (by Sonatype OSS Index), JSON: one finding for each flaw of a package. https://github.com/ossindex/DevAudit */
export const reader: JsonReader = {
  id: 'devAudit',
  name: 'DevAudit (OSS Index)',
  kind: 'json',
  detect: ({ keys }) => keys.has('Packages') && (keys.has('Packages Audited') || keys.has('Vulnerabilities Found')),
  paths: [['Packages', '*']],
  read: ({ value, keys }) => {
    const of = (name: string): string | null => (text(value, 'Package', name) === 'None' ? null : text(value, 'Package', name))
    const name = [of('group'), of('name')].filter((t) => t !== null).join('/')
    const component = at(value, 'Package') === null ? null : { name: name === '' ? 'unknown' : name, version: of('version'),
      purl: of('pm') === null ? null : `pkg:${of('pm')}/${name.replace(/^@/, '%40')}@${of('version') ?? ''}` }
    return list(value, 'Vulnerabilities').map((flaw, i) => ossIndexFlaw(flaw, component, pointer([...keys, 'Vulnerabilities', i])))
  },
}
