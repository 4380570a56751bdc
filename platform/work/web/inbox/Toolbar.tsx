import { SearchOutlined } from '@ant-design/icons'
import { usePermission, useText } from '@heng/web-kit'
import { Input, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { workStates } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { InboxState, View } from './useInbox.ts'

interface Props {
  readonly state: InboxState
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly count: number }[]
  readonly onChange: (patch: Partial<InboxState>, replace?: boolean) => void
}

/** Whose work, in which state, of which kind, with which words. */
export const Toolbar = ({ state, kinds, onChange }: Props) => {
  const t = useText(messages).inbox
  const leads = usePermission('workItem:assign')
  return (
    <div className="wk-bar">
      {leads && (
        <Segmented<View>
          aria-label={t.view}
          value={state.view}
          options={[{ value: 'mine', label: t.views.mine }, { value: 'team', label: t.views.team }]}
          onChange={(view) => onChange({ view })}
        />
      )}
      <Segmented
        aria-label={t.state}
        value={state.state}
        options={workStates.map((value) => ({ value, label: t.states[value] }))}
        onChange={(value) => onChange({ state: value })}
      />
      <Select
        aria-label={t.kind}
        className="wk-kinds"
        value={state.kind ?? ''}
        options={[{ value: '', label: t.allKinds }, ...kinds.map(({ kind, label, count }) => ({ value: kind, label: `${label} (${count})` }))]}
        onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
      />
      <Words key={state.q === '' ? 'empty' : 'filled'} label={t.search} q={state.q} onChange={(q) => onChange({ q }, true)} />
    </div>
  )
}

const pause = 300

/** The search field; what is typed goes into the address after a short pause. */
const Words = ({ label, q, onChange }: { readonly label: string; readonly q: string; readonly onChange: (q: string) => void }) => {
  const [words, setWords] = useState(q)
  useEffect(() => {
    if (words.trim() === q) return
    const timer = setTimeout(() => onChange(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words, q, onChange])
  return <Input className="wk-search" allowClear prefix={<SearchOutlined />} aria-label={label} placeholder={label} value={words} onChange={(event) => setWords(event.target.value)} />
}
