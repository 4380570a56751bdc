import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { Segmented, Select, Switch } from 'antd'
import { jobStates, type JobState } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { JobsState } from './useJobsState.ts'

const order: readonly JobState[] = ['running', 'waiting', 'failed', 'done', 'cancelled']

interface Props {
  readonly state: JobsState
  readonly counts: Readonly<Partial<Record<JobState, number>>> | undefined
  readonly kinds: readonly { readonly kind: string; readonly label: string }[]
  readonly onChange: (patch: Partial<JobsState>) => void
}

/** Which jobs to show; each state with how many there are. */
export const Toolbar = ({ state, counts, kinds, onChange }: Props) => {
  const t = useText(messages).jobs
  const locale = useLocale()
  const figure = (one: JobState) => ((counts?.[one] ?? 0) === 0 ? '' : ` ${formatNumber(counts![one]!, locale)}`)
  return (
    <div className="op-bar">
      <div className="hg-scroll-x">
        <Segmented<JobState | 'all'>
          aria-label={t.state}
          value={state.state ?? 'all'}
          options={[{ value: 'all', label: t.states.all }, ...order.map((one) => ({ value: one, label: `${t.states[one]}${figure(one)}` }))]}
          onChange={(value) => onChange({ state: jobStates.find((one) => one === value) })}
        />
      </div>
      {kinds.length > 1 && (
        <Select
          aria-label={t.kind} className="op-kinds" value={state.kind ?? ''}
          options={[{ value: '', label: t.allKinds }, ...kinds.map(({ kind, label }) => ({ value: kind, label }))]}
          onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
        />
      )}
      <label className="op-switch"><Switch size="small" checked={state.mine} onChange={(mine) => onChange({ mine })} /> {t.mine}</label>
    </div>
  )
}
