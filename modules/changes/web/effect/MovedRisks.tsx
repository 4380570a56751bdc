import { fill } from '@heng/contract'
import { OrgLink, Scroll, StatusTag } from '@heng/web-kit'
import { bases, type Basis, type Effect, type MovedRisk } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Level } from './level.tsx'

/** Risks that move, the most alarming first, level by level before and after. */
export const MovedRisks = ({ effect: { risks } }: { readonly effect: Effect }) => {
  const t = useWords().page.effect
  return (
    <section>
      <h3>{t.risks} <span className="hg-muted">{risks.rows.length + risks.more}</span></h3>
      {risks.rows.length === 0 ? <p className="hg-muted">{t.nothing}</p> : (
        <Scroll label={t.risks}>
          <table className="ch-table ch-risks">
            <thead>
              <tr>
                <th scope="col">{t.risk}</th>
                {bases.map((basis) => <th key={basis} scope="col">{t.bases[basis]}</th>)}
              </tr>
            </thead>
            <tbody>
              {risks.rows.map((risk) => <Line key={risk.id} risk={risk} levels={risks.levels} />)}
            </tbody>
          </table>
        </Scroll>
      )}
      {risks.more > 0 && <p className="hg-muted">{fill(t.more, { count: risks.more })}</p>}
    </section>
  )
}

const Line = ({ risk, levels }: { readonly risk: MovedRisk; readonly levels: Effect['risks']['levels'] }) => {
  const t = useWords().page.effect
  const ends = risk.acceptance.before === 'accepted' && risk.acceptance.after !== 'accepted'
  return (
    <tr>
      <th scope="row">
        {risk.reference !== null && <span className="hg-reference">{risk.reference}</span>} {risk.isNew ? risk.title : <OrgLink to={`risks/${risk.id}`}>{risk.title}</OrgLink>}
        <span className="ch-tags">
          {risk.isNew && <StatusTag>{t.isNew}</StatusTag>}
          {risk.isOut && <StatusTag>{t.isOut}</StatusTag>}
          {risk.aboveOwner && <StatusTag tone="bad">{t.above}</StatusTag>}
          {ends && <StatusTag tone="warning">{t.endsAcceptance}</StatusTag>}
        </span>
      </th>
      {bases.map((basis) => <td key={basis} data-label={t.bases[basis]}><Move risk={risk} basis={basis} levels={levels} /></td>)}
    </tr>
  )
}

const Move = ({ risk, basis, levels }: { readonly risk: MovedRisk; readonly basis: Basis; readonly levels: Effect['risks']['levels'] }) => {
  const { before, after } = risk[basis]
  if (risk.isNew) return <Level levels={levels} value={after} />
  if (before === after) return <Level levels={levels} value={before} />
  return (
    <span className="ch-move" data-direction={before === null || after === null ? 'other' : after > before ? 'up' : 'down'}>
      <Level levels={levels} value={before} />
      <span className="ch-arrow" aria-hidden="true">→</span>
      {!risk.isOut && <Level levels={levels} value={after} />}
    </span>
  )
}
