import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const severities = { stop: 'high', warn: 'medium', go: 'none' } as const

/** Cells by the names in the header; the header as every version wrote it where it is missing. */
const rowOf = (header: readonly Json[], row: Json): ((name: string) => string | null) => {
  const names = header.length > 0 ? header.map((name) => text(name)) : ['Image_Id', 'Repo_Tag', 'Trigger_Id', 'Gate', 'Trigger', 'Check_Output', 'Gate_Action',
    'Whitelisted', 'Policy_Id']
  return (name) => text(row, names.indexOf(name))
}

/** Anchore Enterprise, checks of policies (`anchore-cli evaluate check`): one finding for each row of the result. https://docs.anchore.com/current/docs/ */
export const reader: JsonReader = {
  id: 'anchorePolicy',
  name: 'Anchore policy check',
  kind: 'json',
  detect: ({ isList, text: head }) => isList && /^\s*\[\s*\{\s*"sha256:[0-9a-f]+"\s*:\s*\{/.test(head),
  paths: [['*', '*', '*', '*', 'detail', 'result', 'result', '*', 'result', 'rows', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const cell = rowOf(list(at(context, ...keys.slice(0, -2)), 'header'), value)
    const [gate, trigger, action, output, listed] = [cell('Gate'), cell('Trigger'), cell('Gate_Action'), cell('Check_Output'), at(value, 7)]
    return [{
      rule: [gate, trigger].filter((t) => t !== null).join(':'),
      title: output ?? cell('Trigger_Id'),
      identifiers: advisories(/^(?:CVE|GHSA|RHSA|ELSA|ALAS)/.test(cell('Trigger_Id') ?? '') ? cell('Trigger_Id')!.split('+')[0] : null),
      severity: action,
      derived: severities[action?.toLowerCase() as keyof typeof severities] ?? null,
      stance: listed === null || listed === false || listed === 'false' ? 'open' : 'suppressed',
      host: { name: cell('Repo_Tag') ?? cell('Image_Id') },
      evidence: lines(labelled('Trigger', cell('Trigger_Id')), labelled('Policy', cell('Policy_Id')), labelled('Image', cell('Image_Id'))),
      lastSeen: text(at(context, ...keys.slice(0, 4)), 'last_evaluation'),
      record: pointer(keys),
    }]
  },
}
