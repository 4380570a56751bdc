import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { Cell } from './Cell.tsx'
import type { ListProps } from './RegisterTable.tsx'

const facts = 4

/** The register for a narrow window: each record as a card with its first facts. Only the cards in sight are in the document. */
export const RegisterCards = ({ kit, columns, data, renderers, hrefOf }: ListProps) => {
  const t = useKitText()
  const scroll = useRef<HTMLDivElement>(null)
  const { rows } = data
  const lines = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => 132, overscan: 8 })
  const items = lines.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const more = useEffectEvent(() => data.more())
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 20) more()
  }, [lastShown, rows.length])
  const shown = columns.filter(({ name }) => name !== 'reference' && name !== kit.noun.label).slice(0, facts)
  return (
    <div ref={scroll} className="hg-cards" data-stale={data.stale}>
      <ul aria-label={kit.text.many} style={{ height: lines.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]!
          return (
            <li
              key={row.id}
              data-index={index}
              ref={lines.measureElement}
              aria-setsize={data.totalCapped ? -1 : data.total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <article data-archived={row.archivedAt !== null}>
                <header>
                  <span className="hg-reference">{row.reference}</span>
                  <Cell kit={kit} name={kit.noun.label} row={row} labels={data.labels} renderers={renderers} hrefOf={hrefOf} />
                </header>
                <dl>
                  {shown.map(({ name }) => (
                    <div key={name}>
                      <dt>{fieldLabel(kit.text, t, name)}</dt>
                      <dd>
                        <Cell kit={kit} name={name} row={row} labels={data.labels} renderers={renderers} hrefOf={hrefOf} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </article>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
