import { CheckOutlined, MoreOutlined } from '@ant-design/icons'
import { fill, type Label } from '@heng/contract'
import { LevelTag, NotGiven, PersonName, TimeText, useLineFocus, useLinesInSight, useText } from '@heng/web-kit'
import { Button, Checkbox, Dropdown } from 'antd'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { messages } from '../../locales/index.ts'
import { Cia } from './Cia.tsx'
import type { Attestation } from './useAttestations.ts'

export interface AttestationRowsProps {
  readonly items: readonly Attestation[]
  /** False while there are more than `items`; `onMore` is called when the end comes near. */
  readonly complete: boolean
  readonly onMore: () => void
  readonly labels: Readonly<Record<string, Label>>
  readonly narrow: boolean
  readonly may: (item: Attestation) => boolean
  readonly chosen: ReadonlySet<string>
  readonly busy: boolean
  readonly onToggle: (id: string) => void
  readonly onOpen: (item: Attestation) => void
  /** The selected ones, or this one where none is selected. */
  readonly onConfirm: (item: Attestation) => void
  readonly onDisown: (item: Attestation) => void
  readonly onConfirmOne: (item: Attestation) => void
  readonly onDisownOne: (item: Attestation) => void
  readonly onCorrect: (item: Attestation) => void
}

/** Lines of a campaign, of which only those in sight are in the document; arrows move, Space selects, Enter opens, C confirms, X disowns (ARIA grid pattern). */
export const AttestationRows = (props: AttestationRowsProps) => {
  const { items, complete, labels, narrow, may, chosen, onMore, onToggle, onOpen, onConfirm, onDisown } = props
  const t = useText(messages).pages.attest
  const list = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const at = Math.min(active, items.length - 1)
  const lines = useLinesInSight({ list, count: items.length, estimate: narrow ? 130 : 62 })
  const lastShown = lines.shown.at(-1) ?? 0
  const more = useEffectEvent(onMore)
  useEffect(() => {
    if (lastShown >= items.length - 30) more()
  }, [lastShown, items.length])
  const focusLine = useLineFocus(list, lines.scrollTo)
  const focusAgain = useEffectEvent(focusLine)
  // A line that was decided on leaves the list; the next one takes its place and the focus, so that the keys go on working.
  const byKey = useRef(false)
  useLayoutEffect(() => {
    if (byKey.current && document.activeElement === document.body) focusAgain(at)
  }, [items, at])
  const move = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to))
    setActive(next)
    focusLine(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[at]
    if (item === undefined || !(event.target as HTMLElement).matches('tr') || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(items.length - 1)
    else if (event.key === ' ') {
      if (may(item)) onToggle(item.id)
    }
    else if (event.key === 'Enter') onOpen(item)
    else if (event.key.toLowerCase() === 'c') onConfirm(item)
    else if (event.key.toLowerCase() === 'x') onDisown(item)
    else return
    byKey.current = true
    event.preventDefault()
  }
  return (
    <div className={narrow ? 'as-cards' : 'hg-scroll-x'}>
      <table className="as-table as-attestations" aria-rowcount={complete ? items.length + 1 : -1}>
        <thead className={narrow ? 'hg-visually-hidden' : undefined}>
          <tr>
            <th scope="col"><span className="hg-visually-hidden">{t.pick}</span></th>
            <th scope="col">{t.asset}</th>
            <th scope="col">{t.cia}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col">{t.responsible}</th>
            <th scope="col">{t.state}</th>
            <th scope="col"><span className="hg-visually-hidden">{t.confirm}</span></th>
          </tr>
        </thead>
        <tbody ref={list} onKeyDown={onKeyDown} onPointerDown={() => (byKey.current = false)}>
          {lines.above > 0 && <tr aria-hidden="true" className="as-out-of-sight" style={{ height: lines.above }} />}
          {lines.shown.map((index) => [index, items[index]!] as const).map(([index, item]) => (
            <tr key={item.id} ref={lines.measure} data-index={index} aria-rowindex={index + 2} tabIndex={index === at ? 0 : -1} aria-selected={chosen.has(item.id)} onFocus={() => setActive(index)}>
              <td className="as-pick">
                {may(item) && <Checkbox tabIndex={-1} aria-label={item.assetName} checked={chosen.has(item.id)} onChange={() => onToggle(item.id)} />}
              </td>
              <th scope="row">
                <button type="button" className="as-open" tabIndex={-1} onClick={() => onOpen(item)}>
                  {item.assetName}
                </button>
                <span className="hg-reference">{item.assetReference}</span>
              </th>
              <td>
                <Cia item={item} />
              </td>
              <td>
                <LevelTag value={item.value} label="" />
              </td>
              <td>{item.unit === null ? <NotGiven /> : labels[item.unit]?.text}</td>
              <td>{item.responsible === null ? <span className="hg-muted">{t.nobody}</span> : <PersonName name={labels[item.responsible]?.text ?? '?'} />}{item.ownerless && <span className="as-note">{t.ownerlessHint}</span>}</td>
              <td>
                <Decided item={item} labels={labels} />
              </td>
              <td className="as-decide">{may(item) && <Decide item={item} {...props} />}</td>
            </tr>
          ))}
          {lines.below > 0 && <tr aria-hidden="true" className="as-out-of-sight" style={{ height: lines.below }} />}
        </tbody>
      </table>
    </div>
  )
}

const Decided = ({ item, labels }: { readonly item: Attestation; readonly labels: Readonly<Record<string, Label>> }) => {
  const t = useText(messages).pages.attest
  return (
    <>
      <span className="as-state" data-state={item.state}>
        {t.states[item.state]}
      </span>
      {item.decidedAt !== null && (
        <span className="as-decided">
          {item.decidedBy !== null && labels[item.decidedBy]?.text} <TimeText value={item.decidedAt} />
        </span>
      )}
      {item.note !== null && <span className="as-note">{item.note}</span>}
    </>
  )
}

const Decide = ({ item, busy, onConfirmOne, onCorrect, onDisownOne }: AttestationRowsProps & { readonly item: Attestation }) => {
  const t = useText(messages).pages.attest
  const more = [
    { key: 'correct', label: t.correct, onClick: () => onCorrect(item) },
    ...(item.state === 'disowned' ? [] : [{ key: 'disown', label: t.disown, onClick: () => onDisownOne(item) }]),
  ]
  return (
    <span className="as-decide-buttons">
      {item.state !== 'confirmed' && (
        <Button size="small" tabIndex={-1} icon={<CheckOutlined />} disabled={busy} onClick={() => onConfirmOne(item)}>
          {t.confirm}
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={fill(t.actions, { name: item.assetName })} />
      </Dropdown>
    </span>
  )
}
