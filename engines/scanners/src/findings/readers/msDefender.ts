import { identifiersIn } from '../identifiers.ts'
import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/**
 * Microsoft Defender for Endpoint, vulnerabilities by machine and software as its API answers: one finding for each.
 * https://learn.microsoft.com/defender-endpoint/api/get-all-vulnerabilities-by-machines
 */
export const reader: JsonReader = {
  id: 'msDefender',
  name: 'Microsoft Defender for Endpoint',
  kind: 'json',
  detect: (head) => head.keys.has('value') && head.itemKeys.has('cveId') && (head.itemKeys.has('machineId') || head.itemKeys.has('deviceId')),
  paths: [['value', '*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const name = of('productName') ?? of('softwareName')
    const vendor = of('productVendor') ?? of('softwareVendor')
    const update = [of('recommendedSecurityUpdate'), of('recommendedSecurityUpdateId') ?? of('fixingKbId')].filter((t) => t !== null).join(' ')
    return [{
      rule: of('cveId'), title: `${of('cveId') ?? 'Vulnerability'} in ${[vendor, name, of('productVersion') ?? of('softwareVersion')].filter((t) => t !== null).join(' ')}`,
      solution: update, references: [of('recommendedSecurityUpdateUrl')],
      identifiers: identifiersIn(of('cveId')), cvss: [{ score: number(value, 'cvssScore') }], severity: of('severity') ?? of('vulnerabilitySeverityLevel'),
      host: { name: of('deviceName') ?? of('machineId') ?? of('deviceId'), fqdns: of('deviceName')?.includes('.') === true ? [of('deviceName')!] : [],
        uuid: of('machineId') ?? of('deviceId'), os: [of('osPlatform'), of('osVersion')].filter((t) => t !== null).join(' ') },
      component: name === null ? null : { name: vendor === null ? name : `${vendor} ${name}`, version: of('productVersion') ?? of('softwareVersion'),
        fixedIn: of('fixingKbId') === null ? null : `KB${of('fixingKbId')!.replace(/^KB/i, '')}`, path: texts(value, 'diskPaths')[0] ?? null },
      evidence: [...texts(value, 'diskPaths'), ...texts(value, 'registryPaths'), of('exploitabilityLevel')].filter((t) => t !== null).join('\n'),
      firstSeen: of('firstSeenTimestamp'), lastSeen: of('lastSeenTimestamp'), record: pointer(keys),
    }]
  },
}
