import { identifiersIn } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const dateOf = (value: string | null): string | null => value?.replace(/ (\d\d):(\d\d)(AM|PM) GMT$/, ' $1:$2 $3 GMT').replace(/ 00:(\d\d) AM/, ' 12:$1 AM') ?? null

/** Veracode SCA, CSV of issues: one finding for each row. https://docs.veracode.com/r/c_sca_agent */
export const reader: TableReader = {
  id: 'veracodeScaCsv',
  name: 'Veracode SCA (CSV)',
  kind: 'table',
  detect: ({ header }) => ['Library', 'Version in use', 'CVSS score', 'Vulnerability ID'].every((name) => header.includes(name)),
  read: ({ cell, line }) => {
    const cve = cell('CVE') === null ? null : `CVE-${cell('CVE')!.replace(/^CVE-/i, '')}`
    const coordinates = [cell('Coordinate 1'), cell('Coordinate 2')].filter((t) => t !== null)
    return [{
      rule: cve ?? cell('Vulnerability ID') ?? cell('Issue type'), title: cell('Title') ?? cell('Issue type'), identifiers: identifiersIn(cve, cell('Title')),
      cvss: [{ score: cell('CVSS score') }], severity: cell('Severity') ?? cell('License Risk'),
      stance: /^true$/i.test(cell('Ignored') ?? '') ? 'suppressed' : /^(?:fixed|resolved)$/i.test(cell('Status') ?? '') ? 'fixed' : 'open',
      component: { name: coordinates.length > 0 ? coordinates.join(':') : (cell('Library') ?? 'unknown'), version: cell('Version in use'), fixedIn: cell('Updated Version'), path: cell('Project') },
      evidence: linesOf(
        named('Library', cell('Library')), named('Issue', cell('Issue ID')), named('Dependency', cell('Dependency (Transitive or Direct)')), named('Branch', cell('Branch')),
        named('License', cell('License')), named('Vulnerable methods', cell('Number of vulnerable methods')),
      ),
      firstSeen: dateOf(cell('Issue opened: Scan date')), lastSeen: dateOf(cell('Scan date')), record: `line ${line}`,
    }]
  },
}
