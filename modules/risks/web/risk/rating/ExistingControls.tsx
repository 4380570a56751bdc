import './rating.css'
import { RecordLink, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'

/** What works against the risk today; the current level is rated with it in mind. */
export const ExistingControls = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages)
  const ids = (row['existingControls'] as string[] | undefined) ?? []
  return (
    <div className="rk-asset-value">
      <span className="rk-three-name">{t.nouns.risk.fields.existingControls}</span>
      {ids.length === 0 && <span className="hg-muted">{t.pages.rating.noControls}</span>}
      {ids.map((id) => <RecordLink key={id} id={id} target="control" labels={row.labels} />)}
    </div>
  )
}
