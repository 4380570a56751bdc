import './target.css'
import { TimeText, useText, valueLabel, type AnyNounText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

interface Identifier {
  readonly kind: string
  readonly value: string
  readonly lastSeen: string
}

/** What a target is told by, and when each was last seen. */
export const Identifiers = ({ of }: { readonly of: readonly Identifier[] }) => {
  const text = useText(messages).nouns.scanTarget as unknown as AnyNounText
  return (
    <dl className="vt-identifiers">
      {of.map(({ kind, value, lastSeen }) => (
        <div key={`${kind} ${value}`}>
          <dt>{valueLabel(text, 'matchedBy', kind)}</dt>
          <dd><code>{value}</code> <span className="hg-muted"><TimeText value={lastSeen} relative /></span></dd>
        </div>
      ))}
    </dl>
  )
}
