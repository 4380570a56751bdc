import '../assets.css'
import { useText, type RecordPanelProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { AttestationList } from './AttestationList.tsx'
import { Progress } from './Progress.tsx'

/** A campaign at work: how far each unit is, and the assets to decide on. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.attest
  if (row['state'] === 'draft') {
    return (
      <div className="as-draft">
        <h2>{t.draft}</h2>
        <p className="hg-muted">{t.draftText}</p>
      </div>
    )
  }
  return (
    <div className="as-attest">
      <Progress row={row} />
      <AttestationList campaign={row.id} open={row['state'] === 'open' && row.archivedAt === null} />
    </div>
  )
}
