import { fill } from '@heng/contract'
import { DateInput, useLocale, formatNumber, useNotify, useOrg, useOrganisation, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { Evidence } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { AmountBox, NumberBox } from './NumberBox.tsx'
import type { DraftModel } from './draft.ts'

interface DraftIncident {
  readonly date?: string | undefined
  readonly loss?: number | undefined
  readonly note?: string | undefined
}
interface DraftEvidence {
  readonly years?: number | undefined
  readonly incidents: readonly DraftIncident[]
}
export interface IncidentsInputProps {
  readonly value?: Evidence | null
  readonly onChange?: (value: Evidence | null) => void
  /** Takes a proposal into the model beside it. */
  readonly onPropose?: (part: DraftModel) => void
}
const begin: DraftEvidence = { years: 5, incidents: [] }

/** Incidents that were seen, and what they suggest. */
export const IncidentsInput = ({ value, onChange, onPropose }: IncidentsInputProps) => {
  const t = useText(messages).pages.model.incidents
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const { currency } = useOrganisation()
  const fit = useMutation({ mutationFn: (evidence: Evidence) => api.quantification.fitIncidents.call({ org, ...evidence }), onError: notify.error })
  const draft = (value ?? begin) as DraftEvidence
  const number = (one: number): string => formatNumber(Number(one.toPrecision(3)), locale)
  const hand = (next: DraftEvidence) => {
    fit.reset()
    onChange?.(next.incidents.length === 0 ? null : (next as Evidence))
  }
  const set = (at: number, next: DraftIncident) => hand({ ...draft, incidents: draft.incidents.map((one, i) => (i === at ? next : one)) })
  const ready = draft.years !== undefined && draft.incidents.length > 0 && draft.incidents.every(({ date, loss }) => date !== undefined && loss !== undefined && loss > 0)
  const { data } = fit
  return (
    <div className="rq-incidents">
      <p className="hg-help">{t.help}</p>
      {draft.incidents.map((incident, i) => (
        <div key={i} className="rq-sentence">
          <DateInput value={incident.date ?? null} aria-label={t.date} onChange={(date) => set(i, { ...incident, date: (date as string | null) ?? undefined })} />
          <AmountBox label={t.loss} currency={currency} value={incident.loss} onChange={(loss) => set(i, { ...incident, loss })} />
          <Input aria-label={t.note} placeholder={t.note} maxLength={300} style={{ width: 240 }} value={incident.note ?? ''} onChange={(event) => set(i, { ...incident, note: event.target.value === '' ? undefined : event.target.value })} />
          <Button size="small" aria-label={fill(t.remove, { n: i + 1 })} onClick={() => hand({ ...draft, incidents: draft.incidents.filter((_, n) => n !== i) })}>×</Button>
        </div>
      ))}
      <div className="rq-sentence">
        <Button size="small" onClick={() => hand({ ...draft, incidents: [...draft.incidents, {}] })}>{t.add}</Button>
        {draft.incidents.length > 0 && (
          <>
            <span>{t.years}</span>
            <NumberBox width={80} label={t.years} value={draft.years} onChange={(years) => hand({ ...draft, years })} />
            <Button size="small" disabled={!ready} loading={fit.isPending} onClick={() => fit.mutate(draft as Evidence)}>{t.fit}</Button>
          </>
        )}
      </div>
      {data !== undefined && (
        <div className="rq-proposal" role="status">
          <p>{fill(t.count, { count: data.count, years: draft.years ?? '', rate: number(data.rate), low: number(data.rateInterval[0]), high: number(data.rateInterval[1]) })}</p>
          {data.magnitude === null && <p className="hg-muted">{t.noMagnitude}</p>}
          {onPropose !== undefined && data.frequency !== null && (
            <Button size="small" type="primary" onClick={() => onPropose({ frequency: data.frequency!, ...(data.magnitude === null ? {} : { magnitude: data.magnitude }) } as DraftModel)}>{t.use}</Button>
          )}
        </div>
      )}
    </div>
  )
}
