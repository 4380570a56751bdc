import { ErrorView, RecordDrawer, useNarrow, useText } from '@heng/web-kit'
import { fill } from '@heng/contract'
import { Button, Checkbox, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { AttestationRows } from './AttestationRows.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { DisownDialog } from './DisownDialog.tsx'
import { useAttestations, type Attestation, type AttestationFilter } from './useAttestations.ts'
import { useDecide } from './useDecide.ts'

const choices = ['pending', 'confirmed', 'corrected', 'disowned', 'all'] as const

/** The assets of a campaign, to be decided on one by one or many at a time, by mouse or keyboard. */
export const AttestationList = ({ campaign, open }: { readonly campaign: string; readonly open: boolean }) => {
  const t = useText(messages).pages.attest
  const narrow = useNarrow(700)
  const [filter, setFilter] = useState<AttestationFilter>({ state: open ? 'pending' : 'all', mine: false })
  const { items, labels, query } = useAttestations(campaign, filter)
  const { decide, busy } = useDecide(campaign)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [disowning, setDisowning] = useState<readonly string[]>()
  const [correcting, setCorrecting] = useState<Attestation>()
  const [shown, setShown] = useState<string>()
  const may = (item: Attestation) => open && item.mayDecide
  const selectable = useMemo(() => (open ? items.filter((item) => item.mayDecide) : []), [items, open])
  const selected = selectable.filter(({ id }) => chosen.has(id))
  const change = (patch: Partial<AttestationFilter>) => {
    setFilter({ ...filter, ...patch })
    setChosen(new Set())
  }
  const take = async (ids: readonly string[], decision: 'confirmed' | 'disowned', note?: string) => {
    // Whatever was selected while this was on its way stays so.
    if (await decide(ids, decision, note)) setChosen((now) => new Set([...now].filter((id) => !ids.includes(id))))
  }
  const toggle = (id: string) => setChosen((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])))
  const ids = (item: Attestation | undefined) => (selected.length > 0 ? selected.map(({ id }) => id) : item !== undefined && may(item) ? [item.id] : [])
  return (
    <section aria-label={t.list}>
      <div className="as-list-head">
        <Segmented
          className="as-states"
          aria-label={t.state}
          value={filter.state}
          options={choices.map((state) => ({ value: state, label: state === 'all' ? t.all : t.states[state] }))}
          onChange={(state) => change({ state })}
        />
        <Checkbox checked={filter.mine} onChange={(event) => change({ mine: event.target.checked })}>
          {t.mine}
        </Checkbox>
        {selectable.length > 0 && (
          <Checkbox
            className="as-select-all"
            checked={selected.length === selectable.length}
            indeterminate={selected.length > 0 && selected.length < selectable.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? selectable.map(({ id }) => id) : []))}
          >
            {t.selectAll}
          </Checkbox>
        )}
      </div>
      {query.error !== null && items.length === 0 ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      : query.isPending ? <div className="hg-bone" role="status" />
      : items.length === 0 ? <p className="as-nothing">{filter.state === 'pending' ? t.emptyPending : filter.mine ? t.emptyMine : t.empty}</p>
      : <AttestationRows
          items={items}
          complete={!query.hasNextPage}
          onMore={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
          labels={labels}
          narrow={narrow}
          may={may}
          chosen={chosen}
          busy={busy}
          onToggle={toggle}
          onOpen={(item) => setShown(item.asset)}
          onConfirm={(item) => void take(ids(item), 'confirmed')}
          onConfirmOne={(item) => void take([item.id], 'confirmed')}
          onCorrect={setCorrecting}
          onDisown={(item) => {
            const some = ids(item)
            if (some.length > 0) setDisowning(some)
          }}
          onDisownOne={(item) => setDisowning([item.id])}
        />}
      {selectable.length > 0 && !narrow && <p className="hg-help hg-key-help">{t.keys}</p>}
      {selected.length > 0 && (
        <div className="as-selection" role="region" aria-label={fill(t.selected, { count: selected.length })}>
          <span role="status">{fill(t.selected, { count: selected.length })}</span>
          <Button type="primary" loading={busy} onClick={() => void take(ids(undefined), 'confirmed')}>
            {fill(t.confirmSome, { count: selected.length })}
          </Button>
          <Button onClick={() => setDisowning(ids(undefined))}>{fill(t.disownSome, { count: selected.length })}</Button>
          <Button type="text" onClick={() => setChosen(new Set())}>
            {t.clear}
          </Button>
        </div>
      )}
      <DisownDialog
        count={disowning?.length ?? 0}
        busy={busy}
        onCancel={() => setDisowning(undefined)}
        onConfirm={(note) => void take(disowning ?? [], 'disowned', note).then(() => setDisowning(undefined))}
      />
      {correcting !== undefined && (
        <CorrectDialog
          item={correcting}
          onCancel={() => setCorrecting(undefined)}
          onSaved={() => void decide([correcting.id], 'corrected', undefined, correcting.assetName).then(() => setCorrecting(undefined))}
        />
      )}
      <RecordDrawer noun={asset} open={shown} onClose={() => setShown(undefined)} onCreated={setShown} />
    </section>
  )
}
