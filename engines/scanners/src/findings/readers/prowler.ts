import type { Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'
import { prowlerStance } from '../prowler.ts'

const has = (header: readonly string[], ...names: string[]): boolean => {
  const known = new Set(header.map((name) => name.trim().toUpperCase()))
  return names.every((name) => known.has(name))
}

/** Prowler, CSV of versions 1 to 5, of any cloud: one finding for each row; `passed` where the check did. https://docs.prowler.com/user-guide/cli/tutorials/reporting */
export const reader: TableReader = {
  id: 'prowler',
  name: 'Prowler (CSV)',
  kind: 'table',
  detect: ({ header }) => has(header, 'CHECK_ID', 'CHECK_TITLE', 'STATUS', 'STATUS_EXTENDED') || has(header, 'PROFILE', 'ACCOUNT_NUM', 'TITLE_ID', 'TITLE_TEXT'),
  read: ({ cell, line }) => {
    const title = cell('CHECK_TITLE', 'TITLE_TEXT')
    const told = cell('STATUS_EXTENDED', 'CHECK_RESULT_EXTENDED', 'NOTES')
    const muted: Stance | null = cell('MUTED')?.toLowerCase() === 'true' ? 'suppressed' : null
    const resource = cell('RESOURCE_UID', 'RESOURCE_ARN', 'RESOURCE_ID', 'CHECK_RESOURCE_ID', 'RESOURCE_NAME')
    const account = cell('ACCOUNT_UID', 'ACCOUNT_ID', 'ACCOUNT_NUM', 'SUBSCRIPTION', 'PROJECT_ID')
    return [{
      rule: cell('CHECK_ID') ?? /^\[(\w+)\]/.exec(title ?? '')?.[1] ?? cell('TITLE_ID'), title,
      description: [told, cell('DESCRIPTION'), cell('RISK', 'CHECK_RISK')].filter((t) => t !== null).join('\n\n'),
      solution: [cell('REMEDIATION_RECOMMENDATION_TEXT', 'CHECK_REMEDIATION'), ...['CLI', 'NATIVEIAC', 'TERRAFORM', 'OTHER']
        .map((kind) => cell(`REMEDIATION_CODE_${kind}`, `REMEDIATION_RECOMMENDATION_CODE_${kind}`))].filter((t) => t !== null).join('\n'),
      references: [cell('RELATED_URL', 'CHECK_DOC'), cell('REMEDIATION_RECOMMENDATION_URL'), ...(cell('ADDITIONAL_URLS') ?? '').split(' | ')],
      identifiers: identifiersIn(title, told), severity: cell('SEVERITY', 'CHECK_SEVERITY'), stance: muted ?? prowlerStance(cell('STATUS', 'CHECK_RESULT', 'RESULT')),
      host: account === null && resource === null ? null : { name: cell('ACCOUNT_NAME') ?? account, cloudId: resource ?? account },
      place: { file: [cell('REGION'), resource ?? account].filter((t) => t !== null).join(' ') },
      evidence: [cell('RESOURCE_DETAILS'), cell('RESOURCE_TAGS'), cell('COMPLIANCE')].filter((t) => t !== null).join('\n'),
      firstSeen: cell('TIMESTAMP', 'ASSESSMENT_START_TIME'), record: `line ${line}`,
    }]
  },
}
