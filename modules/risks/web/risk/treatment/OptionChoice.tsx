import './treatment.css'
import { fill } from '@heng/contract'
import { useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useId, useState } from 'react'
import { options, type TreatmentOption } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'

/** One of the four options; saved as soon as it is chosen, and shown as chosen meanwhile. */
export const OptionChoice = ({ row }: { readonly row: AnyRecord }) => {
  const words = useText(messages)
  const t = words.pages.treatment
  const names = words.nouns.risk.values.option
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const id = useId()
  const [saving, setSaving] = useState<TreatmentOption>()
  const shown = saving ?? row['option']
  const may = row.allowed.includes('update') && row['status'] === 'open'
  const choose = async (option: TreatmentOption) => {
    if (saving !== undefined) return
    setSaving(option)
    try {
      await api.risk.update.call({ org, id: row.id, version: row.version, values: { option } })
      notify.success(fill(t.chosen, { option: names[option] }))
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setSaving(undefined)
    }
  }
  return (
    <section className="rk-section">
      <header>
        <h2 id={id}>{t.option}</h2>
      </header>
      <div className="rk-choices rk-choices-row" role="radiogroup" aria-labelledby={id}>
        {options.map((option) => (
          <label key={option} className="rk-choice" data-checked={shown === option}>
            <input type="radio" name={id} disabled={!may} checked={shown === option} onChange={() => void choose(option)} />
            <span>
              <b>{names[option]}</b>
              <span className="hg-muted">{t.options[option]}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="hg-help">{t.optionHelp}</p>
    </section>
  )
}
