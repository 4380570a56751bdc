import { labelled, lines } from '../advisories.ts'
import { stanceOf } from '../blackduck.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'

/** Black Duck, `security.csv` of a report: one finding for each row. https://documentation.blackduck.com/ */
export const reader: TableReader = {
  id: 'blackduck',
  name: 'Black Duck',
  kind: 'table',
  detect: ({ header }) => header.includes('Vulnerability id') && header.includes('Security Risk'),
  read: ({ line, cell }) => {
    const id = cell('Vulnerability id')
    const known = identifiersIn(id, cell('URL'))
    const [source, name] = [cell('Vulnerability source'), cell('Component name', 'Project name')]
    const bare = id?.split(/[\s(]/, 1)[0] ?? null
    return [{
      rule: bare,
      title: [id, name].filter((t) => t !== null).join(' in '),
      description: cell('Description'),
      solution: cell('Remediation comment', 'Solution'),
      references: [cell('URL')],
      // Numbers alone are of the source: VULNDB 106409.
      identifiers: joined(known, { other: bare === null || known.cve.includes(bare) ? [] : [/^\d+$/.test(bare) && source !== null ? `${source}-${bare}` : bare],
        cwe: identifiersIn(cell('CWE Ids', 'CWE ID')).cwe }),
      cvss: [{ score: cell('Base score') }],
      severity: cell('Security Risk'),
      stance: stanceOf(cell('Remediation status')),
      component: name === null ? null : { name, version: cell('Component version name', 'Version', 'Channel version origin name'),
        path: cell('Component origin id', 'Channel version origin id') },
      evidence: lines(
        labelled('Status', cell('Remediation status')), labelled('Source', source), labelled('Origin', cell('Component origin name', 'Channel version origin')),
          labelled('Project', cell('Project path')), labelled('Used by', cell('Used by')),
        labelled('Exploitability', cell('Exploitability')), labelled('Impact', cell('Impact')),
      ),
      record: `line ${line}`,
    }]
  },
}
