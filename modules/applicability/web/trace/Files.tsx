import { fill } from '@heng/contract'
import { fileAddress, formatSize } from '@heng/records/web/parts'
import { formatTimestamp, useOrg, useTimeZone } from '@heng/web-kit'
import type { Chain } from '../../contract/index.ts'
import { useWords } from '../words.ts'

/** Evidence on any record of the chain, to be downloaded from here. */
export const Files = ({ files }: Pick<Chain, 'files'>) => {
  const { t, locale } = useWords()
  const org = useOrg()
  const zone = useTimeZone()
  return (
    <>
      {files.map((f) => (
        <li key={`${f.id} ${f.recordId}`}>
          <a href={fileAddress(org, f.id)} download={f.name}>
            {f.name}
          </a>
          <span className="hg-muted hg-figure">{formatSize(f.size, locale)}</span>
          <span className="hg-muted">
            {fill(t.trace.fileOn, { reference: f.reference, name: f.addedBy, when: formatTimestamp(f.addedAt, locale, zone) })}
          </span>
        </li>
      ))}
    </>
  )
}
