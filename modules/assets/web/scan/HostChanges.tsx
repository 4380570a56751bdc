import { fill } from '@heng/contract'
import { CodeText, fieldLabel, useKitText, useNoun, useText } from '@heng/web-kit'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { ScanHost } from './useScan.ts'

/** What an update changes: fields from → to, identifiers that are new, addresses not seen this time. */
export const HostChanges = ({ changes }: { readonly changes: NonNullable<ScanHost['changes']> }) => {
  const text = useText(messages).pages
  const t = text.scan
  const kitText = useKitText()
  const kit = useNoun(asset)
  const fields = Object.entries(changes.fields)
  if (fields.length === 0 && changes.added.length === 0) return <p className="hg-muted">{t.noChanges}</p>
  const shown = (field: string, value: string) => (field === 'type' ? <CodeText code={value} vocabulary="assetTypes" /> : <span className="hg-prose">{value}</span>)
  return (
    <ul className="as-changes">
      {fields.map(([field, { before, after }]) => (
        <li key={field}>
          <span className="hg-muted">{fieldLabel(kit.text, kitText, field)}:</span> <ins>{shown(field, after)}</ins> {before !== null && <del>{shown(field, before)}</del>}
        </li>
      ))}
      {changes.added.map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>
          <ins>{fill(t.added, { kind: text.identity.kinds[kind], value })}</ins>
        </li>
      ))}
      {changes.unseen.map(({ kind, value }) => (
        <li key={`${kind} ${value}`} className="hg-muted">
          {fill(t.unseen, { value })}
        </li>
      ))}
    </ul>
  )
}
