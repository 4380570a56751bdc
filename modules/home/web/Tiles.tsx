import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { RowsLink } from './RowsLink.tsx'

export interface TileData {
  readonly id: keyof (typeof messages)['en']['tiles']
  readonly noun: string
  readonly filter: Readonly<Record<string, string | string[]>>
  readonly total: number
  readonly capped: boolean
  readonly begun: boolean
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
  const number = formatNumber(tile.total, useLocale())
  return (
    <li className="home-tile" data-attention={tile.attention && tile.total > 0}>
      <RowsLink noun={tile.noun} filter={tile.filter}>
        <span className="home-tile-number" data-begun={tile.begun}>{!tile.begun ? t.notBegun : tile.capped ? fill(t.moreThan, { n: number }) : number}</span>
        <span className="home-tile-label">{tile.begun ? t.tiles[tile.id] : t.soaNotBegun}</span>
      </RowsLink>
    </li>
  )
}
