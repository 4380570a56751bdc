import { labelled, lines } from '../advisories.ts'
import type { Severity, Stance } from '../finding.ts'
import { pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities: Readonly<Record<string, Severity>> = { HIGH: 'high', WARN: 'medium', INFO: 'low', NOTE: 'none', PASS: 'none', ERROR: 'medium' }
const stances: Readonly<Record<string, Stance>> = { PASS: 'passed' }

/**
 * NeuVector, compliance of a node or container (`/v1/host/…/compliance`): one finding for each test, those that passed too.
 * https://open-docs.neuvector.com/scanning/scanning/compliance/
 */
export const reader: JsonReader = {
  id: 'neuvectorCompliance',
  name: 'NeuVector compliance',
  kind: 'json',
  detect: ({ keys, itemKeys, isList }) => (!isList && itemKeys.has('test_number') && itemKeys.has('level') && (keys.has('items') || keys.has('report')))
    || (keys.has('kubernetes_cis_version') && keys.has('items')),
  paths: [['items', '*'], ['report', 'checks', '*'], ['report', 'items', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const level = text(value, 'level')
    return [{
      rule: text(value, 'test_number') ?? text(value, 'catalog'),
      title: text(value, 'description') ?? text(value, 'test_number'),
      solution: text(value, 'remediation'),
      severity: level, derived: severities[level?.toUpperCase() ?? ''] ?? null, stance: stances[level?.toUpperCase() ?? ''] ?? 'open',
      evidence: lines(
        ...texts(value, 'message'), labelled('Category', text(value, 'category')), labelled('Type', text(value, 'type')), labelled('Profile', text(value, 'profile')),
          labelled('Scored', text(value, 'scored')),
        labelled('Automated', text(value, 'automated')), labelled('Tags', texts(value, 'tags').join(', ')), labelled('Group', text(value, 'group')),
      ),
      lastSeen: text(context, 'run_at') ?? text(context, 'run_timestamp'),
      record: pointer(keys),
    }]
  },
}
