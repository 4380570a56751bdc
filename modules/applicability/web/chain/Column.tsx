import { fill } from '@heng/contract'
import { useWords } from '../words.ts'
import { standingOf, type ChainLink } from './model.ts'
import { NodeText } from './NodeText.tsx'

interface Props {
  readonly title: string
  readonly none: string
  readonly links: readonly ChainLink[]
  readonly more: number
  readonly root: string
  /** What reaches a link, in words. */
  readonly wordsFor: (id: string) => readonly string[]
  readonly onActive: (id: string | undefined) => void
  readonly onOpen: (link: ChainLink) => void
}

/** So many sentences stand below a link; its explanation tells the others. */
const told = 2

/** One kind of link of the chain; each is a button that opens its explanation. */
export const Column = ({ title, none, links, more, root, wordsFor, onActive, onOpen }: Props) => {
  const { t } = useWords()
  return (
    <section className="sa-column">
      <h3>
        {title} <span className="hg-figure hg-muted">{links.length + more}</span>
      </h3>
      {links.length === 0 && <p className="hg-muted">{none}</p>}
      <ul>
        {links.map((link) => {
          const words = wordsFor(link.node.id)
          return (
            <li key={link.node.id}>
              <button
                type="button" className="sa-node" data-link={link.node.id} data-standing={standingOf(link)} data-root={link.node.id === root}
                onMouseEnter={() => onActive(link.node.id)} onMouseLeave={() => onActive(undefined)} onFocus={() => onActive(link.node.id)} onBlur={() => onActive(undefined)}
                onClick={() => onOpen(link)}
              >
                <NodeText link={link} />
              </button>
              {words.length > 0 && (
                <ul className="sa-passes">
                  {words.slice(0, told).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                  {words.length > told && <li>{fill(t.chain.edges.more, { count: words.length - told })}</li>}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      {more > 0 && <p className="hg-muted">{fill(t.chain.more, { count: more })}</p>}
    </section>
  )
}
