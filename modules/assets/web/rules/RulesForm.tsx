import { ScoreError, assetValue, type AssetValueFunction } from '@heng/engine-risk'
import { LevelInput, UnsavedGuard, useKitText, useLocale, useNoun, useNotify, useOrg, useText } from '@heng/web-kit'
import { Alert, Button, Input, InputNumber, Radio } from 'antd'
import { Fragment, useId, useRef, useState } from 'react'
import { asset, valueFunctions } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'
import { Example } from './Example.tsx'

interface Settings {
  readonly valueFunction: AssetValueFunction
  readonly weights: { readonly c: number; readonly i: number; readonly a: number } | null
  readonly keyThreshold: number
}
const keys = ['c', 'i', 'a'] as const
const names = { c: 'confidentiality', i: 'integrity', a: 'availability' } as const

/** The organisation's rule, tried out while it is being chosen. Saving asks for a reason and computes every value anew. */
export const RulesForm = ({ settings, mayWrite }: { readonly settings: Settings; readonly mayWrite: boolean }) => {
  const text = useText(messages).pages
  const t = text.rules
  const kit = useKitText()
  const locale = useLocale()
  const fields = useNoun(asset).text.fields
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const id = useId()
  const [fn, setFn] = useState(settings.valueFunction)
  const [weights, setWeights] = useState(settings.weights ?? { c: 1, i: 1, a: 1 })
  const [threshold, setThreshold] = useState(settings.keyThreshold)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const given = fn === 'weighted' ? weights : null
  const changed = fn !== settings.valueFunction || threshold !== settings.keyThreshold || JSON.stringify(given) !== JSON.stringify(settings.weights)
  const dirty = useRef(false)
  dirty.current = changed && mayWrite && !busy
  const tried = assetValue(fn, { c: 1, i: 1, a: 1 }, given ?? undefined)
  const save = async () => {
    setBusy(true)
    try {
      await api.settings.update.call({ org, valueFunction: fn, weights: given, keyThreshold: threshold, reason: reason.trim() })
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="as-rules-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <UnsavedGuard dirty={dirty} />
      {!mayWrite && <Alert type="info" showIcon title={t.readOnly} />}
      <fieldset className="as-card" disabled={!mayWrite}>
        <legend>{t.function}</legend>
        <div className="as-functions" role="radiogroup" aria-label={t.function}>
          {valueFunctions.map((one) => (
            <Fragment key={one}>
              <Radio checked={fn === one} disabled={!mayWrite} onChange={() => setFn(one)} className="as-function">
                <b>{text.functions[one].title}</b>
                <span className="hg-muted">{text.functions[one].about}</span>
              </Radio>
              {one === 'weighted' && fn === one && (
                <div className="as-weights">
                  {keys.map((key) => (
                    <div key={key}>
                      <label htmlFor={`${id}-${key}`}>{fields[names[key]]}</label>
                      <InputNumber id={`${id}-${key}`} min={0} max={100} precision={0} disabled={!mayWrite} value={weights[key]} onChange={(value) => setWeights({ ...weights, [key]: value ?? 0 })} />
                    </div>
                  ))}
                  <p className="hg-help">{tried instanceof ScoreError ? <span className="as-wrong" role="alert">{tried.message[locale]}</span> : t.weightsHelp}</p>
                </div>
              )}
            </Fragment>
          ))}
        </div>
      </fieldset>
      <Example fn={fn} weights={given} threshold={threshold} />
      <fieldset className="as-card" disabled={!mayWrite}>
        <legend>{t.threshold}</legend>
        <p className="hg-muted">{t.thresholdHelp}</p>
        {mayWrite ? <LevelInput id={`${id}-threshold`} aria-label={t.threshold} value={threshold} max={5} required labelOf={(step) => kit.levels[String(step) as '1']} onChange={(next) => next !== null && setThreshold(next)} /> : <b>{threshold}</b>}
      </fieldset>
      {mayWrite && (
        <div className="as-card">
          <label htmlFor={`${id}-reason`} className="as-label">{t.reason} <span className="hg-required">{kit.form.required}</span></label>
          <Input.TextArea id={`${id}-reason`} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => setReason(event.target.value)} />
          <p className="hg-help">{t.reasonHelp}</p>
          <div className="as-buttons">
            <Button type="primary" htmlType="submit" loading={busy} disabled={!changed || reason.trim() === '' || tried instanceof ScoreError}>
              {t.save}
            </Button>
            {!changed && <span className="hg-muted">{t.unchanged}</span>}
          </div>
        </div>
      )}
    </form>
  )
}
