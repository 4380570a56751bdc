import { fill, type AnyNoun } from '@heng/contract'
import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { OrgLink } from '../app/links.tsx'
import { useNoun, type NounKit } from '../app/nounKit.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { RecordForm, type FormOverrides } from '../form/RecordForm.tsx'
import { ErrorView } from '../feedback/ErrorView.tsx'
import { formatRelative } from '../text/format.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { useNow } from '../text/useNow.ts'
import type { Renderers } from '../register/Cell.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { RecordActions } from './RecordActions.tsx'
import { RecordFields } from './RecordFields.tsx'
import { RecordPanels } from './RecordPanels.tsx'
import { useRecord } from './useRecord.ts'
import { useSaveRecord } from './useSaveRecord.ts'

export interface RecordViewProps {
  readonly noun: AnyNoun
  readonly id: string
  /** Shown between the heading and the fields: a chart, a warning of the room. */
  readonly summary?: (row: AnyRecord) => ReactNode
  readonly overrides?: FormOverrides
  /** Replaces how fields are shown. */
  readonly renderers?: Renderers
}

/** One record, in the drawer and on its page: what may be done, its fields, what other rooms know about it, and its form. */
export const RecordView = ({ noun, id, summary, overrides, renderers }: RecordViewProps) => {
  const kit = useNoun(noun)
  const t = useKitText()
  const record = useRecord(kit, id)
  if (record.data !== undefined) return <Loaded kit={kit} row={record.data} summary={summary} overrides={overrides} renderers={renderers} />
  if (record.error !== null) return <ErrorView error={record.error} onRetry={() => void record.refetch()} back={<OrgLink to={kit.path}>{fill(t.errors.backTo, { list: kit.text.many })}</OrgLink>} />
  return <RecordSkeleton />
}

const RecordSkeleton = () => {
  const t = useKitText()
  return (
    <div role="status">
      <span className="hg-visually-hidden">{t.loading}</span>
      {[40, 86, 72, 90, 64].map((width) => (
        <div key={width} className="hg-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}

interface LoadedProps {
  readonly kit: NounKit
  readonly row: AnyRecord
  readonly summary: RecordViewProps['summary']
  readonly overrides: FormOverrides | undefined
  readonly renderers: Renderers | undefined
}

const Loaded = ({ kit, row, summary, overrides, renderers }: LoadedProps) => {
  const t = useKitText()
  const locale = useLocale()
  const { noun } = kit
  const [editing, setEditing] = useState<AnyRecord>()
  // The form works on the version that was opened; what arrives meanwhile must not change it under the reader's hands.
  const { save, conflict, resolve, dismiss } = useSaveRecord(kit, editing ?? row, () => setEditing(undefined))
  const now = useNow()
  const view = (
    <>
      <div className="hg-record-bar">
        <RecordActions noun={noun} row={row} onEdit={() => setEditing(row)} />
        <span className="hg-muted">{fill(t.record.changed, { when: formatRelative(row.updatedAt, locale, now) })}</span>
      </div>
      {row.archivedAt !== null && <Alert type="warning" showIcon title={fill(t.record.archivedBanner, { when: formatRelative(row.archivedAt, locale, now) })} />}
      {summary?.(row)}
      <RecordPanels noun={noun} row={row} details={<RecordFields noun={noun} row={row} renderers={renderers} />} />
    </>
  )
  return (
    <div className="hg-record">
      {editing === undefined ? (
        view
      ) : (
        <RecordForm noun={noun} values={editing} labels={editing.labels} overrides={overrides} onSubmit={save} onCancel={() => setEditing(undefined)} />
      )}
      {conflict !== undefined && (
        <ConflictDialog kit={kit} clashes={conflict.clashes} labels={row.labels} onResolve={(mine) => void resolve(mine)} onCancel={dismiss} />
      )}
    </div>
  )
}
