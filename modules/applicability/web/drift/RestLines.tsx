import { OrgLink } from '@heng/web-kit'
import type { SoaDrift } from '../../contract/index.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly soa: string
  readonly drift: SoaDrift
}

/** Lines of which the evidence says nothing, and those that rest on an overdue test; by number, as there may be many. */
export const RestLines = ({ soa, drift: { notAssessed, stale } }: Props) => {
  const { t } = useWords()
  const d = t.drift
  return (
    <div className="sa-drift-rest">
      {stale.length > 0 && <Refs soa={soa} title={d.stale} lines={stale} />}
      <Refs soa={soa} title={d.untested} lines={notAssessed.filter((l) => l.why === 'untested')} />
      <Refs soa={soa} title={d.noControl} lines={notAssessed.filter((l) => l.why === 'none')} />
    </div>
  )
}

const Refs = ({ soa, title, lines }: { readonly soa: string; readonly title: string; readonly lines: SoaDrift['stale'] }) => {
  const { titleOf } = useWords()
  if (lines.length === 0) return null
  return (
    <details>
      <summary>
        {title} <span className="hg-figure hg-muted">{lines.length}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <OrgLink to={`soa/${soa}?open=${line.id}`}>
              <span className="sa-ref">{line.ref}</span> {titleOf(line)}
            </OrgLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
