import '../record/record.css'
import { fill } from '@heng/contract'
import { errorWords, RecordSelect, useKitText, useNotify, useOrg, useText, uuid, valueLabel, type AnyRow } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { settableStates } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { isOpenState } from './due.ts'

export type Settable = (typeof settableStates)[number]

export interface MoveDialogProps {
  readonly rows: readonly AnyRow[]
  /** The state is chosen already, by the button of a record. */
  readonly state?: Settable
  readonly close: (changed: boolean) => void
}

const most = 1_000

/** Without a reason nobody could tell later why it was closed, or opened again: the server asks the same. */
const asksReason = (rows: readonly AnyRow[], state: Settable): boolean => state === 'falsePositive' || state === 'verified' || (state === 'open' && rows.some((row) => !isOpenState(row['state'])))

/** Some refusals name the record themselves. */
const Refused = ({ reference, message }: { readonly reference: string; readonly message: string }) => (
  <li>{!message.includes(reference) && <span className="hg-reference">{reference} </span>}{message}</li>
)

/** Moves vulnerabilities to a state, with reason and assignee; names those that were refused, and why. */
export const MoveDialog = ({ rows, state: given, close }: MoveDialogProps) => {
  const words = useText(messages)
  const t = words.flaws.move
  const kit = useKitText()
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const one = rows.length === 1 ? rows[0] : undefined
  const fit = (state: Settable) => rows.filter(({ allowed }) => allowed.includes(`move:${state}`)).length
  const offered = settableStates.filter((state) => fit(state) > 0)
  const [state, setState] = useState<Settable | undefined>(given ?? (offered.length === 1 ? offered[0] : undefined))
  const [reason, setReason] = useState('')
  const [assignee, setAssignee] = useState<string | null>(null)
  const nameOf = (value: Settable) => valueLabel(words.nouns.vulnerability, 'state', value)
  const move = useMutation({
    mutationFn: (to: Settable) =>
      api.vulnerability.move.call(
        { org, ids: rows.map((row) => row.id), state: to, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(assignee === null ? {} : { assignee }) },
        { context: { idempotencyKey: uuid() } },
      ),
    onSuccess: async ({ changed, refused }, to) => {
      await refresh()
      if (changed > 0) notify.success(one === undefined ? fill(t.done, { count: changed }) : fill(t.doneOne, { reference: one.reference, state: nameOf(to) }))
      if (refused.length === 0) close(true)
    },
  })
  const refused = move.data?.refused ?? []
  const failure = move.error === null ? undefined : errorWords(move.error, kit)
  const needed = state !== undefined && asksReason(rows, state)
  const ready = state !== undefined && rows.length <= most && (!needed || reason.trim() !== '')
  const title = one !== undefined && given !== undefined ? fill(t.titleOne, { verb: words.flaws.verb[given], reference: one.reference }) : fill(t.title, { count: rows.length })
  return (
    <Modal
      open
      title={title}
      onCancel={() => close(refused.length > 0)}
      footer={refused.length > 0 ? <Button onClick={() => close(true)}>{kit.actions.close}</Button> : (
        <>
          <Button onClick={() => close(false)}>{kit.actions.cancel}</Button>
          <Button type="primary" disabled={!ready} loading={move.isPending} onClick={() => move.mutate(state!)}>
            {given === undefined ? fill(t.apply, { count: rows.length }) : words.flaws.verb[given]}
          </Button>
        </>
      )}
    >
      {refused.length > 0 ? (
        <Alert type="warning" showIcon title={fill(t.refused, { count: refused.length })} description={
          <ul className="hg-refusals">{refused.map((each) => <Refused key={each.id} reference={rows.find((row) => row.id === each.id)?.reference ?? each.id} message={each.message} />)}</ul>
        } />
      ) : (
        <div className="vn-form">
          {rows.length > most && <Alert type="warning" showIcon title={t.tooMany} />}
          {given === undefined && (
            <>
              <label className="hg-label" htmlFor={`${id}-state`}>{t.state}</label>
              <Select<Settable> id={`${id}-state`} value={state ?? (null as never)} onChange={setState} options={offered.map((value) => ({ value, label: fit(value) === rows.length ? nameOf(value) : fill(t.choice, { state: nameOf(value), fit: fit(value), count: rows.length }) }))} />
              {state !== undefined && fit(state) < rows.length && <p className="hg-help">{fill(t.some, { out: rows.length - fit(state), count: rows.length })}</p>}
            </>
          )}
          <label className="hg-label" htmlFor={`${id}-reason`}>
            {t.reason}
            {needed && <span className="hg-required">{kit.form.required}</span>}
          </label>
          <Input.TextArea id={`${id}-reason`} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} aria-describedby={`${id}-help`} onChange={(event) => setReason(event.target.value)} />
          <p className="hg-help" id={`${id}-help`}>{state === 'fixed' ? t.reasonFixed : t.reasonHelp}</p>
          {state !== undefined && isOpenState(state) && (
            <>
              <label className="hg-label" htmlFor={`${id}-assignee`}>{t.assignee}</label>
              <RecordSelect id={`${id}-assignee`} target="person" value={assignee} onChange={(next) => setAssignee(next as string | null)} aria-describedby={`${id}-who`} />
              <p className="hg-help" id={`${id}-who`}>{t.assigneeHelp}</p>
            </>
          )}
          {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
        </div>
      )}
    </Modal>
  )
}
