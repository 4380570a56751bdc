import type { Json } from '../../input/jsonRecords.ts'
import { identifiersIn } from '../identifiers.ts'
import { list, pointer, text, texts } from '../nodes.ts'
import { prowlerStance } from '../prowler.ts'
import type { JsonReader } from '../reader.ts'

const isOld = (keys: ReadonlySet<string>): boolean => ['Control', 'Message', 'Status', 'Region'].every((key) => keys.has(key))
const isNew = (keys: ReadonlySet<string>): boolean => ['CheckID', 'CheckTitle', 'StatusExtended'].every((key) => keys.has(key))

/** The words of version 2, which names its check before the title: `[check11] Avoid …`. */
const oldDraft = (value: Json) => {
  const of = (key: string) => text(value, key)
  return {
    rule: /^\[(\w+)\]/.exec(of('Control') ?? '')?.[1] ?? of('Control ID'), title: of('Control'), description: [of('Message'), of('Risk')].filter((t) => t !== null).join('\n\n'),
    solution: of('Remediation'),
    references: [of('Doc link')], severity: of('Severity'), stance: prowlerStance(of('Status')),
    host: { name: of('Account Number'), cloudId: of('Resource ID') ?? of('Account Number') },
    place: { file: [of('Region'), of('Resource ID')].filter((t) => t !== null).join(' ') }, firstSeen: of('Timestamp'), identifiers: identifiersIn(of('Control'), of('Message')),
  }
}

const newDraft = (value: Json) => {
  const of = (...keys: string[]) => text(value, ...keys)
  const resource = of('ResourceArn') ?? of('ResourceId') ?? of('ResourceName')
  const account = of('AccountId') ?? of('Subscription') ?? of('ProjectId')
  return {
    rule: of('CheckID'), title: of('CheckTitle'), description: [of('StatusExtended'), of('Description'), of('Risk')].filter((t) => t !== null).join('\n\n'),
    solution: [of('Remediation', 'Recommendation', 'Text'), ...['CLI', 'NativeIaC', 'Terraform', 'Other'].map((kind) => of('Remediation', 'Code', kind))].filter((t) => t !== null).join('\n'),
    references: [of('RelatedUrl'), of('Remediation', 'Recommendation', 'Url')], severity: of('Severity'), stance: prowlerStance(of('Status')),
    host: { name: account, cloudId: resource ?? account }, place: { file: [of('Region'), resource ?? account].filter((t) => t !== null).join(' ') },
    evidence: [of('ResourceDetails'), ...texts(value, 'Categories'), ...list(value, 'Compliance').map((c) => JSON.stringify(c))].filter((t) => t !== null && t !== '{}').join('\n'),
    firstSeen: of('AssessmentStartTime'), identifiers: identifiersIn(of('CheckTitle'), of('StatusExtended')),
  }
}

/** Prowler, JSON of version 2 (an object a line) and 3 (a list): one finding for each result; `passed` where the check did. https://docs.prowler.com/user-guide/cli/tutorials/reporting */
export const reader: JsonReader = {
  id: 'prowlerJson',
  name: 'Prowler (JSON)',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => isOld(keys) || isNew(keys)),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => [{ ...(text(value, 'CheckID') === null ? oldDraft(value) : newDraft(value)), record: pointer(keys) }],
}
