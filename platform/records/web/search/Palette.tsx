import { SearchOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, useOrgPath } from '@heng/web-kit'
import { useRouter } from '@tanstack/react-router'
import { Input, Modal, type InputRef } from 'antd'
import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '../text.ts'
import { HitLine } from './HitLine.tsx'
import { useResults } from './results.ts'

/**
 * One box for every register, after the combobox pattern of WAI-ARIA APG: the focus stays in the box, arrows move the
 * chosen line, Enter opens it.
 */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords().search
  const id = useId()
  const { history } = useRouter()
  const path = useOrgPath()
  const box = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const all = useCallback((count: string, noun: string) => fill(t.all, { count, noun }), [t])
  const { q, groups, error, searching, settled } = useResults(typed, all)
  const hits = groups.flatMap((group) => group.hits)
  const at = Math.min(chosen, hits.length - 1)

  const go = (to: string) => {
    onClose()
    history.push(path(to))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((at + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const hit = hits[at]
      if (hit !== undefined && !searching) go(hit.to)
    }
  }
  const type = (text: string) => {
    setTyped(text)
    setChosen(0)
  }
  return (
    <Modal
      open footer={null} closable={false} width={680} onCancel={onClose} title={<span className="hg-visually-hidden">{t.title}</span>} className="rec-palette"
      afterOpenChange={(open) => open && box.current?.focus()} destroyOnHidden
    >
      <Input
        ref={box} size="large" variant="borderless" autoFocus prefix={<SearchOutlined aria-hidden="true" />} placeholder={t.placeholder} maxLength={200} value={typed}
        role="combobox" aria-expanded={hits.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-label={t.title}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined} onChange={(event) => type(event.target.value)} onKeyDown={onKeyDown}
      />
      <div className="rec-hits" id={`${id}-list`} role="listbox" aria-label={t.title} aria-busy={searching}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
            <div className="rec-hits-title" id={`${id}-${group.key}`}>{group.title ?? t.places}{group.title !== null && <span className="hg-figure"> {group.total}</span>}</div>
            {group.hits.map((hit) => {
              const own = hits.indexOf(hit)
              return <HitLine key={hit.key} id={`${id}-${own}`} hit={hit} chosen={own === at} onOpen={() => go(hit.to)} onPoint={() => setChosen(own)} />
            })}
          </div>
        ))}
      </div>
      {error !== null && <ErrorView error={error} />}
      {error === null && settled && !searching && hits.length === 0 && <p className="rec-hits-none">{fill(t.nothing, { q })}<br /><span className="hg-muted">{t.nothingHint}</span></p>}
      {q === '' && <p className="rec-hits-none hg-muted">{t.hint}</p>}
      <p className="rec-hits-keys hg-key-help">{t.keys}</p>
      <span role="status" className="hg-visually-hidden">{settled && !searching ? fill(t.results, { count: hits.length }) : ''}</span>
    </Modal>
  )
}
