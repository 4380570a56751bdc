import { LevelTag, OrgLink, useNoun, useText, valueLabel } from '@heng/web-kit'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface Station {
  readonly id: string
  readonly reference: string | null
  readonly name: string | null
  readonly tier: string | null
  readonly own: number | null
}

/** The way along which a value came, from the asset whose own value it is down to the one looked at. */
export const ValuePath = ({ path, id }: { readonly path: readonly Station[]; readonly id: string }) => {
  const t = useText(messages).pages.value
  const kit = useNoun(asset)
  return (
    <ol className="as-path" aria-label={t.path}>
      {path.map((station, index) => (
        <li key={station.id}>
          {index > 0 && <span className="as-path-link">↓ {t.dependsOn}</span>}
          <span className="as-path-station" data-here={station.id === id}>
            {station.name === null ? (
              <span className="hg-muted">{t.hiddenAsset}</span>
            ) : station.id === id ? (
              <b>{station.name}</b>
            ) : (
              <OrgLink to={`assets/${station.id}`}>{station.name}</OrgLink>
            )}
            {station.tier !== null && <span className="hg-muted">{valueLabel(kit.text, 'tier', station.tier)}</span>}
            {station.id === id ? <span className="hg-muted">{t.thisAsset}</span> : station.own !== null && <span className="as-path-own">{t.own} <LevelTag value={station.own} /></span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
