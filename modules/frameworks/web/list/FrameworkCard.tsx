import { fill } from '@heng/contract'
import { OrgLink, StatusTag, useText, valueLabel } from '@heng/web-kit'
import type { z } from 'zod'
import type { framework } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useWording } from '../api.ts'
import { CoverageBar } from './CoverageBar.tsx'

type Framework = z.output<typeof framework.row>
interface Props {
  readonly row: Framework
  readonly coverage: { readonly assessable: number; readonly answered: number; readonly implemented: number } | undefined
}

/** One framework in use: what it is, how far it is answered, and whose text it is. */
export const FrameworkCard = ({ row, coverage }: Props) => {
  const t = useText(messages)
  const pick = useWording()
  const text = t.nouns.framework
  return (
    <article className="fw-card">
      <p className="fw-card-edition">
        {pick(row.editionEn, row.editionZh) ?? fill(t.page.importing.edition, { version: row.contentVersion ?? '' })}
      </p>
      <h2>
        <OrgLink to={`frameworks/${row.id}`}>{row.name}</OrgLink>
      </h2>
      <p className="hg-muted">
        {fill(t.page.list.requirementsCount, { assessable: row.assessableCount ?? 0, all: row.requirementCount ?? 0 })}
      </p>
      {coverage !== undefined && row.state === 'current' && <CoverageBar coverage={coverage} />}
      <footer>
        <span className="hg-reference">{row.reference}</span>
        {row.state === 'superseded' && <StatusTag>{text.values.state.superseded}</StatusTag>}
        <span>{valueLabel(text, 'kind', row.kind)}</span>
        <span>{valueLabel(text, 'licence', row.licence)}</span>
        {(row.overlayCount ?? 0) > 0 && <span>{fill(t.page.list.overlay, { count: row.overlayCount ?? 0 })}</span>}
      </footer>
    </article>
  )
}
