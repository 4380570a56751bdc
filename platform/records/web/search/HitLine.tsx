import { ArrowRightOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { useWords } from '../text.ts'
import { Marked } from './Marked.tsx'
import type { Hit } from './results.ts'

export interface HitLineProps {
  readonly id: string
  readonly hit: Hit
  readonly chosen: boolean
  readonly onOpen: () => void
  readonly onPoint: () => void
}

/** A line of the palette: a record with the words found in it, or a register to go to. */
export const HitLine = ({ id, hit: { found, place }, chosen, onOpen, onPoint }: HitLineProps) => {
  const t = useWords().search
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // The keys are handled by the box, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div ref={line} id={id} role="option" aria-selected={chosen} tabIndex={-1} className="rec-hit" onClick={onOpen} onMouseMove={onPoint} data-archived={found?.archived ?? false}>
      {found === undefined ? <span className="rec-hit-place"><ArrowRightOutlined aria-hidden="true" /> {place}</span> : (
        <>
          <span className="rec-hit-title">
            <span className="hg-ellipsis"><Marked text={found.title} matches={found.titleMatches} /></span>
            {found.archived && <span className="hg-tag">{t.archived}</span>}
            <span className="hg-reference">{found.reference}</span>
          </span>
          {found.snippet !== null && <span className="rec-hit-snippet"><Marked text={found.snippet.text} matches={found.snippet.matches} /></span>}
        </>
      )}
    </div>
  )
}
