import './evidence.css'
import { useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ControlEffects } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'
import { ShareInputs } from '../../base/ShareInputs.tsx'
import { TargetSteps } from '../../base/TargetSteps.tsx'
import type { Safeguard } from './types.ts'

interface Props {
  readonly row: AnyRecord
  readonly controls: readonly Safeguard[]
  readonly onDone: () => void
}

/** What each control would take off the risk if it worked as it should; how well it does is not typed here, its tests say it. */
export const EffectsEditor = ({ row, controls, onDone }: Props) => {
  const t = useText(messages).pages.evidence
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const [effects, setEffects] = useState<ControlEffects>(() =>
    controls.map(({ id, reductions, frequency, magnitude }) => ({ control: id, reductions: reductions.map(({ target, steps }) => ({ target, steps })), frequency, magnitude })))
  const change = (control: string, next: Partial<ControlEffects[number]>) => setEffects((before) => before.map((e) => (e.control === control ? { ...e, ...next } : e)))
  const save = useMutation({
    mutationFn: () => api.risk.update.call({ org, id: row.id, version: row.version, values: { controlEffects: effects } }),
    onSuccess: async () => {
      await refresh()
      notify.success(t.saved)
      onDone()
    },
    onError: notify.error,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p className="hg-help">{t.editHelp}</p>
      <ul className="rk-effects-editor">
        {effects.map((effect) => {
          const control = controls.find((c) => c.id === effect.control)!
          return (
            <li key={effect.control}>
              <b>
                <span className="hg-reference">{control.reference}</span> {control.name}
              </b>
              <TargetSteps of={control.reference} reductions={effect.reductions} onChange={(reductions) => change(effect.control, { reductions })} />
              <ShareInputs of={control.reference} shares={effect} onChange={(shares) => change(effect.control, shares)} />
            </li>
          )
        })}
      </ul>
      <div className="rk-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t.save}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  )
}
