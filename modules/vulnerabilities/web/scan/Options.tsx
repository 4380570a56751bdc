import { DateInput, RecordSelect, useText } from '@heng/web-kit'
import { Alert, Checkbox, Input, Radio } from 'antd'
import { useId } from 'react'
import { messages } from '../../locales/index.ts'

export interface Options {
  readonly coverage: 'whole' | 'part'
  readonly asset: string | null
  readonly series: string
  readonly scannedAt: string | null
  readonly partial: boolean
}
export const asUsual: Options = { coverage: 'part', asset: null, series: '', scannedAt: null, partial: false }

/** What is to be said about reports before they are taken in; all but the coverage is needed seldom. */
export const OptionsForm = ({ value, onChange }: { readonly value: Options; readonly onChange: (next: Options) => void }) => {
  const t = useText(messages).scans.takeIn
  const id = useId()
  const set = (change: Partial<Options>) => onChange({ ...value, ...change })
  const choice = (coverage: Options['coverage'], label: string, help: string) => (
    <Radio value={coverage}>
      <span className="vs-choice"><b>{label}</b><span className="hg-muted">{help}</span></span>
    </Radio>
  )
  return (
    <div className="vs-options">
      <fieldset>
        <legend>{t.coverage}</legend>
        <Radio.Group className="vs-coverage" value={value.coverage} onChange={(event) => set({ coverage: event.target.value as Options['coverage'] })}>
          {choice('part', t.part, t.partHelp)}
          {choice('whole', t.whole, t.wholeHelp)}
        </Radio.Group>
        {value.coverage === 'whole' && <Alert type="warning" showIcon title={t.wholeWarn} />}
      </fieldset>
      <details>
        <summary>{t.more}</summary>
        <fieldset className="vs-fields">
          <legend>{t.unhosted}</legend>
          <p className="hg-help">{t.unhostedHelp}</p>
          <div>
            <label htmlFor={`${id}-asset`} className="hg-label">{t.asset}</label>
            <RecordSelect id={`${id}-asset`} target="asset" value={value.asset} onChange={(next) => set({ asset: next as string | null })} />
          </div>
          <div>
            <label htmlFor={`${id}-series`} className="hg-label">{t.series}</label>
            <Input id={`${id}-series`} value={value.series} maxLength={200} placeholder={t.seriesExample} onChange={(event) => set({ series: event.target.value })} />
          </div>
        </fieldset>
        <div>
          <label htmlFor={`${id}-date`} className="hg-label">{t.scannedAt}</label>
          <DateInput id={`${id}-date`} withTime value={value.scannedAt} onChange={(next) => set({ scannedAt: next })} aria-describedby={`${id}-date-help`} />
          <p id={`${id}-date-help`} className="hg-help">{t.scannedAtHelp}</p>
        </div>
        <div>
          <Checkbox checked={value.partial} onChange={(event) => set({ partial: event.target.checked })}>{t.partial}</Checkbox>
          <p className="hg-help">{t.partialHelp}</p>
        </div>
      </details>
    </div>
  )
}
