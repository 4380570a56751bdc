import '../base/quant.css'
import { useText, type RecordPanelProps } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { JobWatch } from '../base/JobWatch.tsx'
import { RunResults } from './RunResults.tsx'

/** What a run came to; while it works, how far it is. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.run
  const [watching, setWatching] = useState(true)
  if (row['results'] !== null) {
    return (
      <>
        <RunResults row={row} />
        <p className="hg-help">{t.repeat}</p>
      </>
    )
  }
  const job = row['job']
  if (row['state'] === 'waiting' && typeof job === 'string' && watching) return <JobWatch id={job} label={t.running} result={() => null} onClose={() => setWatching(false)} />
  return <p className="rq-none hg-muted">{t.noResults}</p>
}
