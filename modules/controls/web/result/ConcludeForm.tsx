import { fill, listed } from '@heng/contract'
import { DateInput, formatPercent, useLocale, useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Alert, Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { conclusions, type TestItem } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'

interface Props {
  readonly row: AnyRecord
  readonly items: readonly TestItem[]
  /** Stores what has been entered so far; false when that failed. */
  readonly save: () => Promise<boolean>
  readonly isDirty: boolean
}

/** The conclusion of a person: what is still missing, the days, the conclusion and why. */
export const ConcludeForm = ({ row, items, save, isDirty }: Props) => {
  const words = useText(messages)
  const t = words.tests.result
  const org = useOrg()
  const locale = useLocale()
  const notify = useNotify()
  const refresh = useRefreshTests()
  const id = useId()
  const [conclusion, setConclusion] = useState<(typeof conclusions)[number] | null>(row['conclusion'] as (typeof conclusions)[number] | null)
  const [rationale, setRationale] = useState((row['rationale'] as string | null) ?? '')
  const [busy, setBusy] = useState(false)
  const open = items.filter(({ outcome }) => outcome === null).length
  const missing = [
    ...(open > 0 ? [fill(t.missingItems, { count: open })] : []),
    ...(row['periodTo'] === null ? [t.missingPeriod] : []),
    ...(row['performedOn'] === null ? [t.missingDay] : []),
  ]
  const setDay = async (key: string, day: string | null) => {
    try {
      await api.testResult.update.call({ org, id: row.id, version: row.version, values: { [key]: day } })
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  const conclude = async () => {
    setBusy(true)
    try {
      const done = await api.testResult.conclude.call({ org, id: row.id, version: row.version, conclusion: conclusion!, rationale: rationale.trim() })
      await refresh()
      const control = await api.control.get.call({ org, id: done.control! }).catch(() => undefined)
      const percent = control?.effectiveness ?? null
      notify.success(percent === null ? t.doneOpen : fill(t.done, { percent: formatPercent(percent / 100, locale) }))
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  const fields = words.nouns.testResult.fields
  return (
    <section className="ct-conclude">
      <h3>{t.conclude}</h3>
      <p className="hg-muted">{t.concludeAbout}</p>
      <div className="ct-both">
        {(['periodFrom', 'periodTo', 'performedOn'] as const).map((key) => (
          <div key={key}>
            <label className="hg-label" htmlFor={`${id}-${key}`}>{fields[key]}</label>
            <DateInput id={`${id}-${key}`} value={row[key] as string | null} onChange={(day) => void (async () => ((await save()) ? setDay(key, day) : undefined))()} />
          </div>
        ))}
      </div>
      <span className="hg-label" id={`${id}-c`}>{t.conclusion}</span>
      <Segmented
        aria-labelledby={`${id}-c`}
        value={conclusion ?? ''}
        options={conclusions.map((one) => ({ value: one, label: words.nouns.testResult.values.conclusion[one] }))}
        onChange={(next) => setConclusion(next as (typeof conclusions)[number])}
      />
      {conclusion !== null && row['proposal'] !== null && conclusion !== row['proposal'] && !isDirty && <Alert type="info" showIcon title={t.differs} />}
      <label className="hg-label" htmlFor={`${id}-r`}>{t.rationale}</label>
      <Input.TextArea id={`${id}-r`} value={rationale} maxLength={8_000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(event) => setRationale(event.target.value)} />
      {missing.length > 0 && <p className="hg-muted" role="status">{fill(t.missing, { what: listed(locale, missing) })}</p>}
      <Button type="primary" loading={busy} disabled={missing.length > 0 || conclusion === null || rationale.trim() === '' || isDirty} onClick={() => void conclude()}>
        {t.conclude}
      </Button>
    </section>
  )
}
