import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Gitleaks, JSON of versions 1 to 8: one finding for each leak. https://github.com/gitleaks/gitleaks */
export const reader: JsonReader = {
  id: 'gitleaks',
  name: 'Gitleaks',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && ((itemKeys.has('RuleID') && itemKeys.has('Secret')) || (itemKeys.has('Secret') && itemKeys.has('StartLine'))
    || (itemKeys.has('offender') && itemKeys.has('rule'))),
  paths: [['*']],
  read: ({ value: leak, keys }) => {
    const file = text(leak, 'File') ?? text(leak, 'file')
    const commit = text(leak, 'Commit') ?? text(leak, 'commit')
    const description = text(leak, 'Description') ?? text(leak, 'rule')
    const secret = text(leak, 'Secret') ?? text(leak, 'offender')
    const told = (name: string, value: string | null) => (value === null ? null : `${name}: ${value}`)
    return [{
      rule: text(leak, 'RuleID') ?? text(leak, 'ruleID') ?? text(leak, 'rule'), title: description,
      description: text(leak, 'Message') ?? text(leak, 'commitMessage') ?? text(leak, 'commitMsg'),
      references: [text(leak, 'Link'), text(leak, 'leakURL')], severity: text(leak, 'severity'),
      place: file === null ? null : { file, line: number(leak, 'StartLine') ?? number(leak, 'lineNumber'), endLine: number(leak, 'EndLine') },
      evidence: [
        text(leak, 'Match') ?? text(leak, 'line'), told('Secret', secret), told('Commit', commit),
        told('Author', [text(leak, 'Author') ?? text(leak, 'author'), text(leak, 'Email') ?? text(leak, 'email')].filter((t) => t !== null).join(' ') || null),
        told('Repository', text(leak, 'repoURL') ?? text(leak, 'repo')), told('Symlink', text(leak, 'SymlinkFile')), told('Fingerprint', text(leak, 'Fingerprint')),
        told('Tags', [...texts(leak, 'Tags'), ...texts(leak, 'tags')].join(', ') || null),
      ].filter((t) => t !== null).join('\n'),
      secrets: secret === null ? [] : [secret],
      firstSeen: (text(leak, 'date') ?? '').startsWith('0001-') ? null : text(leak, 'Date') ?? text(leak, 'date'), record: pointer(keys),
    }]
  },
}
