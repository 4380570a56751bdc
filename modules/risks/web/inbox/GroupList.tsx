import './inbox.css'
import { useLocale, useText } from '@heng/web-kit'
import { Select } from 'antd'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'

export interface Group {
  readonly key: string | null
  readonly label: { readonly en: string; readonly 'zh-CN': string }
  readonly count: number
}
export interface GroupListProps {
  readonly groups: readonly Group[]
  readonly current: string | undefined
  readonly narrow: boolean
  readonly onChoose: (key: string) => void
}

export const keyOf = (group: Group): string => group.key ?? '-'

/** Groups with how much waits in each; a list beside the scenarios, on a small screen a choice above them. */
export const GroupList = ({ groups, current, narrow, onChoose }: GroupListProps) => {
  const t = useText(messages).pages.inbox
  const locale = useLocale()
  const list = useRef<HTMLElement>(null)
  // The largest group comes first, so the one looked at moves down as it is worked off.
  useEffect(() => list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }), [groups, current])
  if (narrow) {
    return (
      <Select
        className="rk-select" aria-label={t.group} value={current} onChange={onChoose}
        options={groups.map((g) => ({ value: keyOf(g), label: `${g.label[locale]} (${g.count})` }))}
      />
    )
  }
  return (
    <nav ref={list} className="rk-groups" aria-label={t.group}>
      {groups.map((g) => (
        <button key={keyOf(g)} type="button" aria-current={keyOf(g) === current} onClick={() => onChoose(keyOf(g))}>
          <span>{g.label[locale]}</span>
          <span className="hg-figure">{g.count}</span>
        </button>
      ))}
    </nav>
  )
}
