import './inbox.css'
import { fill } from '@heng/contract'
import { ConfirmReason, ErrorView, useLocale, usePermission, useText } from '@heng/web-kit'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Selection } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useKnowledge } from '../base/useKnowledge.ts'
import { ConfirmDialog, DismissDialog, MergeDialog } from './dialogs.tsx'
import { keyOf, type Group } from './GroupList.tsx'
import { ScenarioLine } from './ScenarioLine.tsx'
import { useDecide } from './useDecide.ts'
import { useScenarios, type InboxState } from './useInbox.ts'
import { useTriage, type Decision } from './useTriage.ts'

interface Asking {
  readonly what: Decision | 'reopen'
  readonly select: Selection
  readonly count: number
}

/** The scenarios of one group, to be walked through by keyboard or decided on as a whole. */
export const ScenarioList = ({ state, group, narrow }: { readonly state: InboxState; readonly group: Group; readonly narrow: boolean }) => {
  const t = useText(messages).pages.inbox
  const locale = useLocale()
  const may = usePermission('riskScenario:write')
  const knowledge = useKnowledge()
  const { query, rows: loaded, labels } = useScenarios(state, keyOf(group))
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const decide = useDecide(close)
  const rows = loaded.filter(({ id }) => !decide.isDecided(id))
  const key = rows.map(({ id }) => id).join()
  const ids = useMemo(() => (key === '' ? [] : key.split(',')), [key])
  const open = state.status === 'proposed' && may
  const triage = useTriage(ids, (what, those) => open && setAsking({ what, select: { ids: those }, count: those.length }))
  const lines = useRef<HTMLUListElement>(null)
  // The keyboard goes on where it was, whatever came of the question; only once the dialog has let go of the focus.
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current && asking === undefined) lines.current?.focus()
    asked.current = asking !== undefined
  }, [asking])
  const ask = (what: Asking['what']) => {
    const those = triage.chosen()
    setAsking({ what, select: { ids: those }, count: those.length })
  }
  const whole: Selection | undefined = group.key === null ? undefined : { where: { [state.by]: group.key } }
  const askWhole = (what: Decision) => whole !== undefined && setAsking({ what, select: whole, count: group.count })
  const dialog = { count: asking?.count ?? 0, busy: decide.busy, onCancel: close }
  const count = triage.selected.size
  const selectable = open || (state.status === 'dismissed' && may)
  const at = ids[triage.at] === undefined ? {} : { 'aria-activedescendant': `scenario-${ids[triage.at]}` }
  return (
    <div className="rk-scenarios">
      {open && (
        <div className="rk-decide">
          <span className="rk-buttons">
            <Button type="primary" onClick={() => ask('confirm')}>{t.confirm}</Button>
            <Button onClick={() => ask('dismiss')}>{t.dismiss}</Button>
            <Button onClick={() => ask('merge')}>{t.merge}</Button>
            <span className="hg-muted" role="status">{count > 0 ? fill(t.selected, { count }) : t.noneSelected}</span>
            <button type="button" className="hg-text-button" onClick={count > 0 ? triage.clear : triage.selectAll}>{count > 0 ? t.clear : t.selectAll}</button>
          </span>
          {whole !== undefined && group.count > 1 && (
            <span className="rk-buttons">
              <Button onClick={() => askWhole('confirm')}>{fill(t.confirmAll, { count: group.count })}</Button>
              <Button onClick={() => askWhole('dismiss')}>{fill(t.dismissAll, { count: group.count })}</Button>
            </span>
          )}
        </div>
      )}
      {state.status === 'dismissed' && may && <div className="rk-decide"><Button onClick={() => ask('reopen')}>{t.reopen}</Button></div>}
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      <ul ref={lines} className="rk-lines" aria-label={group.label[locale]} tabIndex={0} onKeyDown={triage.onKeyDown} {...(selectable ? { role: 'listbox', 'aria-multiselectable': true, ...at } : {})}>
        {rows.map((row, i) => (
          <ScenarioLine
            key={row.id} row={row} by={state.by} asset={labels[row.asset]?.text ?? ''} current={i === triage.at} selected={triage.selected.has(row.id)} knowledge={knowledge}
            selectable={selectable} onPoint={() => triage.setAt(i)} onToggle={() => triage.toggle(row.id)}
          />
        ))}
      </ul>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.more}</Button>}
      {open && !narrow && <p className="hg-help hg-key-help">{t.keys}</p>}
      {asking?.what === 'confirm' && <ConfirmDialog {...dialog} onConfirm={(input) => void decide.confirm(asking.select, input)} />}
      {asking?.what === 'dismiss' && <DismissDialog {...dialog} onDismiss={(reason) => void decide.dismiss(asking.select, reason)} />}
      {asking?.what === 'merge' && <MergeDialog {...dialog} onMerge={(input) => void decide.merge(asking.select, input)} />}
      {asking?.what === 'reopen' && <ConfirmReason open title={t.reopen} confirm={t.reopen} required busy={decide.busy} onCancel={close} onConfirm={(reason) => void decide.reopen(asking.select, reason!)} />}
    </div>
  )
}
