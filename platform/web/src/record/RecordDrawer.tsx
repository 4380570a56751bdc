import { ExportOutlined } from '@ant-design/icons'
import { fill, type AnyNoun } from '@heng/contract'
import { Drawer } from 'antd'
import { useNarrow } from '../app/ThemeProvider.tsx'
import { OrgLink } from '../app/links.tsx'
import { useNoun } from '../app/nounKit.ts'
import type { AnyRow } from '../client/registerApi.ts'
import { useOrg } from '../client/session.ts'
import { createInput, formGroups, type Values } from '../form/formModel.ts'
import { RecordForm, type FormOverrides } from '../form/RecordForm.tsx'
import { useNotify } from '../feedback/useNotify.ts'
import { inSentence, recordTitle } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { RecordView, type RecordViewProps } from './RecordView.tsx'
import { useRecord, useRefreshNoun } from './useRecord.ts'

export interface RecordDrawerProps {
  readonly noun: AnyNoun
  /** Id of a record, `new` for the empty form, undefined when closed. */
  readonly open: string | undefined
  readonly onClose: () => void
  /** Called with the id of a record just created. */
  readonly onCreated: (id: string) => void
  /** Values that a new record starts with. */
  readonly defaults?: Values
  readonly summary?: RecordViewProps['summary']
  readonly overrides?: FormOverrides
  readonly renderers?: RecordViewProps['renderers']
}

/** A record beside its register, or the form of a new one. */
export const RecordDrawer = ({ noun, open, onClose, onCreated, defaults, summary, overrides, renderers }: RecordDrawerProps) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const id = open === 'new' ? undefined : open
  const { data: row } = useRecord(kit, id)
  const title =
    open === 'new' ? fill(t.actions.newOf, { noun: inSentence(kit.text.one) })
    : row === undefined ? kit.text.one
    : <><span className="hg-reference">{row.reference}</span> {recordTitle(kit, row)}</>
  const narrow = useNarrow(1100)
  // Beside a wide list the record leaves the list usable; the next row shows without closing this one.
  const modal = narrow || open === 'new'
  const link = id !== undefined && (
    <OrgLink to={`${kit.path}/${id}`} className="hg-drawer-link">
      <ExportOutlined aria-hidden="true" /> {t.actions.openPage}
    </OrgLink>
  )
  return (
    <Drawer open={open !== undefined} onClose={onClose} size="min(760px, 100vw)" title={title} extra={link} mask={modal} aria-modal={modal} focusable={{ trap: modal, focusTriggerAfterClose: modal }} destroyOnHidden closable={{ 'aria-label': t.actions.close }}>
      {open === 'new' && <NewRecord noun={noun} defaults={defaults} overrides={overrides} onClose={onClose} onCreated={onCreated} />}
      {id !== undefined && <RecordView key={id} noun={noun} id={id} summary={summary} overrides={overrides} renderers={renderers} />}
    </Drawer>
  )
}

const NewRecord = ({ noun, defaults, overrides, onClose, onCreated }: Omit<RecordDrawerProps, 'open' | 'summary' | 'renderers'>) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshNoun(kit)
  const create = async (values: Values, key: string) => {
    const fields = formGroups(noun, [], new Set(Object.keys(noun.fields)), '').flatMap((group) => group.fields)
    const made = (await kit.api.create.call({ org, ...createInput(fields, values) } as never, { context: { idempotencyKey: key } })) as AnyRow
    await refresh()
    notify.success(fill(t.record.createdNotice, { reference: made.reference }))
    onCreated(made.id)
  }
  return <RecordForm noun={noun} values={defaults} overrides={overrides} submitLabel={t.actions.create} onSubmit={create} onCancel={onClose} />
}
