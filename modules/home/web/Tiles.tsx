import { fill } from '@heng/contract'
import { formatNumber, useLocale, useNounNamed, useOrgPath, useText, writeListState } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { messages } from '../locales/index.ts'

export interface TileData {
  readonly id: keyof (typeof messages)['en']['tiles']
  readonly noun: string
  readonly filter: Readonly<Record<string, string | string[]>>
  readonly total: number
  readonly capped: boolean
  readonly attention: boolean
}

/** Numbers, each a link to the rows that it counts. */
export const Tiles = ({ tiles }: { readonly tiles: readonly TileData[] }) => {
  const t = useText(messages)
  return (
    <section aria-label={t.tilesHeading}>
      <ul className="home-tiles">
        {tiles.map((tile) => (
          <Tile key={tile.id} tile={tile} />
        ))}
      </ul>
    </section>
  )
}

const Tile = ({ tile }: { readonly tile: TileData }) => {
  const t = useText(messages)
  const locale = useLocale()
  const kit = useNounNamed(tile.noun)
  const path = useOrgPath()
  const number = formatNumber(tile.total, locale)
  const words = (
    <>
      <span className="home-tile-number">{tile.capped ? fill(t.moreThan, { n: number }) : number}</span>
      <span className="home-tile-label">{t.tiles[tile.id]}</span>
    </>
  )
  const filter = Object.fromEntries(Object.entries(tile.filter).map(([key, value]) => [key, [value].flat()]))
  return (
    <li className="home-tile" data-attention={tile.attention && tile.total > 0}>
      {kit === undefined ? <div>{words}</div> : (
        <Link to={path(kit.path)} search={writeListState({}, { q: '', filter, sort: undefined, archived: 'active', open: undefined }) as never}>
          {words}
        </Link>
      )}
    </li>
  )
}
