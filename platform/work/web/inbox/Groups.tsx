import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { useId, type ReactNode } from 'react'
import { dueGroups, type WorkRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { ActionName } from '../actions/actions.tsx'
import { moveOnKey } from './keys.ts'
import type { InboxState } from './useInbox.ts'
import { WorkLine } from './WorkLine.tsx'

interface Props {
  readonly state: InboxState
  readonly rows: readonly WorkRow[]
  readonly labels: Readonly<Record<string, { readonly text: string }>>
  readonly onAct: (action: ActionName, row: WorkRow) => void
}

/** The work in groups by urgency; closed work as one list. */
export const Groups = ({ state, rows, labels, onAct }: Props) => {
  const t = useText(messages).inbox
  const act = (key: string, id: string): boolean => {
    const row = rows.find((one) => one.id === id)
    const action = ({ c: 'complete', t: 'take' } as const)[key as 'c' | 't']
    if (row === undefined || action === undefined || !row.allowed.includes(action)) return false
    onAct(action, row)
    return true
  }
  const lines = (group: readonly WorkRow[]) => group.map((row) => <WorkLine key={row.id} row={row} labels={labels} showAssignee={state.view === 'team'} onAct={onAct} />)
  if (rows.length === 0) return <Empty state={state} />
  return (
    // Keys are heard from the links inside, which are the controls.
    <div className="wk-groups" onKeyDown={(event) => moveOnKey(event, act)} role="presentation">
      {state.state === 'open'
        ? dueGroups.map((group) => {
            const own = rows.filter((row) => row.group === group)
            return own.length === 0 ? null : <Group key={group} name={group} title={t.groups[group]} count={own.length}>{lines(own)}</Group>
          })
        : <ul className="wk-list">{lines(rows)}</ul>}
    </div>
  )
}

const Group = ({ name, title, count, children }: { readonly name: string; readonly title: string; readonly count: number; readonly children: ReactNode }) => {
  const id = useId()
  const locale = useLocale()
  return (
    <section aria-labelledby={id} className="wk-group" data-group={name}>
      <h2 id={id}>{title} <span className="wk-count">{formatNumber(count, locale)}</span></h2>
      <ul className="wk-list">{children}</ul>
    </section>
  )
}

const Empty = ({ state }: { readonly state: InboxState }) => {
  const t = useText(messages).inbox
  const filtered = state.kind !== undefined || state.q !== ''
  const text = filtered ? t.noMatch : state.state !== 'open' ? t.emptyClosed : state.view === 'team' ? t.emptyTeam : t.empty
  return (
    <div className="wk-empty">
      {!filtered && state.state === 'open' && state.view === 'mine' && <p className="wk-empty-title">{t.emptyTitle}</p>}
      <p className="hg-muted">{fill(text, {})}</p>
    </div>
  )
}
