import { fill } from '@heng/contract'
import { RecordSelect, useText } from '@heng/web-kit'
import { Segmented } from 'antd'
import { useId } from 'react'
import { messages } from '../../locales/index.ts'
import type { HostItemProps } from './HostItem.tsx'

/** The decision about one host. A possible one is named first: it is this asset, another one, a new one, or left out. */
export const HostDecision = ({ host, labels, busy, onDecide }: HostItemProps) => {
  const text = useText(messages).pages
  const t = text.scan
  const id = useId()
  if (host.verdict === 'elsewhere') return null
  if (host.verdict !== 'possible') {
    const choices = host.verdict === 'new' ? (['create', 'skip'] as const) : (['update', 'create', 'skip'] as const)
    return <Segmented size="small" aria-label={`${t.decision}: ${host.name}`} disabled={busy} value={host.decision ?? ''} options={choices.map((one) => ({ value: one, label: t[one] }))} onChange={(next) => onDecide(next as (typeof choices)[number])} />
  }
  const known = new Set(host.candidates.map(({ asset }) => asset))
  const other = host.decision === 'update' && host.target !== null && !known.has(host.target) ? host.target : null
  const radio = (key: string, checked: boolean, choose: () => void, words: React.ReactNode) => (
    <label key={key} className="as-choice">
      <input type="radio" name={id} checked={checked} disabled={busy} onChange={choose} />
      <span>{words}</span>
    </label>
  )
  return (
    <fieldset className="as-possible">
      <legend className={host.decision === null ? 'as-open-count' : 'hg-visually-hidden'}>{t.undecided}</legend>
      {host.candidates.map(({ asset, by, doubt }) =>
        radio(asset, host.decision === 'update' && host.target === asset, () => onDecide('update', asset),
          <>
            {fill(t.isThis, { name: `${labels[asset]?.text ?? asset} ${labels[asset]?.reference ?? ''}` })} <span className="hg-muted">{fill(t.doubts[doubt], { kind: text.identity.kinds[by.kind], value: by.value })}</span>
          </>,
        ),
      )}
      <div className="as-choice">
        <label htmlFor={`${id}-other`}>{t.another}</label>
        <RecordSelect id={`${id}-other`} target="asset" clearable={false} labels={labels} value={other} onChange={(next) => typeof next === 'string' && onDecide('update', next)} />
      </div>
      {radio('create', host.decision === 'create', () => onDecide('create'), t.create)}
      {radio('skip', host.decision === 'skip', () => onDecide('skip'), t.skip)}
    </fieldset>
  )
}
