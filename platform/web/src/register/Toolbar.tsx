import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { Button, Input, Segmented, type InputRef } from 'antd'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useNarrow } from '../app/ThemeProvider.tsx'
import type { NounKit } from '../app/nounKit.ts'
import { useSettled } from '../form/useOptions.ts'
import { inSentence } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import type { Archived, ListState } from './urlState.ts'
import type { ChangeState } from './useListState.ts'

export interface ToolbarProps {
  readonly kit: NounKit
  readonly state: ListState
  readonly change: ChangeState
  readonly filtersOpen: boolean
  readonly onFilters: () => void
  readonly children?: ReactNode
}

/** Search, filters, archived or not, and what rooms add. `/` puts the cursor into the search box. */
export const Toolbar = ({ kit, state, change, filtersOpen, onFilters, children }: ToolbarProps) => {
  const t = useKitText()
  const count = Object.keys(state.filter).length
  const narrow = useNarrow(700)
  return (
    <div className="hg-toolbar" role="search">
      <SearchBox key={kit.noun.name} label={fill(t.register.searchIn, { noun: inSentence(kit.text.many) })} q={state.q} onSearch={(q) => change({ q }, { replace: true })} />
      <Button icon={<FilterOutlined />} onClick={onFilters} aria-expanded={filtersOpen} type={count > 0 ? 'primary' : 'default'} ghost={count > 0}>
        {t.register.filter}
        {count > 0 && ` (${count})`}
      </Button>
      {!narrow && <ArchivedSwitch state={state} change={change} />}
      <div className="hg-toolbar-end">{children}</div>
    </div>
  )
}

/** Active, archived or all records; in a narrow window it stands with the filters. */
export const ArchivedSwitch = ({ state, change }: Pick<ToolbarProps, 'state' | 'change'>) => {
  const t = useKitText()
  return (
    <Segmented<Archived>
      aria-label={t.register.archivedShown}
      value={state.archived}
      options={(['active', 'archived', 'all'] as const).map((value) => ({ value, label: t.register.archived[value] }))}
      onChange={(archived) => change({ archived })}
    />
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"]') !== null)

const SearchBox = ({ label, q, onSearch }: { readonly label: string; readonly q: string; readonly onSearch: (q: string) => void }) => {
  const box = useRef<InputRef>(null)
  const [text, setText] = useState(q)
  const asked = useRef(q)
  const settled = useSettled(text, 250)
  const search = useEffectEvent(() => {
    if (settled === asked.current) return
    asked.current = settled
    onSearch(settled)
  })
  useEffect(() => search(), [settled])
  useEffect(() => {
    // The address changed by other means: back, a saved view, a link.
    if (q !== asked.current) {
      asked.current = q
      setText(q)
    }
  }, [q])
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      box.current?.focus({ cursor: 'all' })
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <Input
      ref={box}
      className="hg-search"
      type="search"
      aria-label={label}
      placeholder={label}
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={<kbd aria-hidden="true">/</kbd>}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => {
        asked.current = text
        onSearch(text)
      }}
    />
  )
}
