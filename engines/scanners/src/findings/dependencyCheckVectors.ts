import { packageUrl } from './packageUrl.ts'

type Told = (name: string) => string | null

/** The letter of a CVSS value that is written out: `NETWORK`, `ADJACENT_NETWORK`, `None`. */
const letter = (of: Told, ...names: readonly string[]): string => names.map((name) => of(name)?.trim()[0]?.toUpperCase()).find((l) => l !== undefined) ?? ''

const put = (parts: readonly (readonly [string, string])[]): string | null => (parts.every(([, value]) => value !== '') ? parts.map(([name, value]) => `${name}:${value}`).join('/') : null)

/** A vector of CVSS 2 from metrics that stand apart. */
export const cvss2Of = (of: Told): string | null =>
  put([
    ['AV', letter(of, 'accessVector', 'cvssAccessVector')], ['AC', letter(of, 'accessComplexity', 'cvssAccessComplexity')],
    ['Au', letter(of, 'authenticationr', 'authentication', 'cvssAuthenticationr')],
    ['C', letter(of, 'confidentialImpact', 'confidentialityImpact', 'cvssConfidentialImpact')], ['I', letter(of, 'integrityImpact', 'cvssIntegrityImpact')],
    ['A', letter(of, 'availabilityImpact', 'cvssAvailabilityImpact')],
  ])

/** A vector of CVSS 3 from metrics that stand apart. */
export const cvss3Of = (of: Told): string | null => {
  const metrics = put([
    ['AV', letter(of, 'attackVector')], ['AC', letter(of, 'attackComplexity')], ['PR', letter(of, 'privilegesRequired')], ['UI', letter(of, 'userInteraction')],
    ['S', letter(of, 'scope')],
    ['C', letter(of, 'confidentialityImpact')], ['I', letter(of, 'integrityImpact')], ['A', letter(of, 'availabilityImpact')],
  ])
  return metrics === null ? null : `CVSS:${of('version')?.trim() === '3.0' ? '3.0' : '3.1'}/${metrics}`
}

/** Name and version in the id of a package: a package URL, `group:artifact:version`, or a CPE. */
export const packageOf = (id: string): { name: string; version: string | null; purl: string | null } | null => {
  if (id.startsWith('pkg:')) return packageUrl(id)
  const cpe = /^cpe:(?:2\.3:[aoh]|\/[aoh]):([^:]*):([^:]*)(?::([^:]*))?/.exec(id)
  if (cpe !== null) return { name: `${cpe[1]}:${cpe[2]}`, version: cpe[3] === undefined || /^[*-]?$/.test(cpe[3]) ? null : cpe[3], purl: null }
  const at = id.lastIndexOf(':')
  return at <= 0 ? null : { name: id.slice(0, at), version: id.slice(at + 1), purl: null }
}
