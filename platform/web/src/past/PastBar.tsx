import { CloseOutlined, HistoryOutlined, StepBackwardOutlined, StepForwardOutlined, SwapOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Slider } from 'antd'
import { useState } from 'react'
import { useOrgPath } from '../app/links.tsx'
import { PlainLink } from '../app/PlainLink.tsx'
import { stringifySearch } from '../app/search.ts'
import { DateInput } from '../form/DateInput.tsx'
import { formatDate, formatTimestamp } from '../text/format.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { useTimeZone } from '../values/DateText.tsx'
import { usePast } from './PastContext.ts'
import { daysOptions } from './days.ts'
import { useOrg } from '../client/session.ts'
import { dayAt, dayNumber, dayOf, endOfDay } from './zone.ts'

/** Says which instant the page shows and lets another one be chosen: along the days of the organisation, by date, or today again. */
export const PastBar = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useKitText().past
  const locale = useLocale()
  const zone = useTimeZone()
  const { asOf, wanted, able, choose } = usePast()
  const back = () => {
    onClose()
    choose(null)
  }
  const shown = wanted === null ? null : formatTimestamp(wanted, locale, zone)
  return (
    <section className="hg-past" aria-label={t.title} data-past={asOf !== null}>
      <div className="hg-past-head">
        <HistoryOutlined aria-hidden="true" />
        <p role="status">
          {shown === null ? <span>{t.today}</span> : able ? <strong>{fill(t.asOf, { at: shown })}</strong> : <span>{fill(t.onlyToday, { at: shown })}</span>}
          {asOf !== null && <span className="hg-muted">{t.readOnly}</span>}
        </p>
        {wanted === null ? <Button type="text" icon={<CloseOutlined />} aria-label={t.close} onClick={onClose} /> : <Button type="primary" onClick={back}>{t.back}</Button>}
      </div>
      {able && <Timeline />}
    </section>
  )
}

/** The days from the first entry of the history until today; those on which something changed are marked. */
const Timeline = () => {
  const t = useKitText().past
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const path = useOrgPath()
  const { asOf, choose, compare } = usePast()
  const { data } = useQuery(daysOptions(org))
  const [moving, setMoving] = useState<number | null>(null)
  if (data === undefined) return <div className="hg-bone" />
  const today = dayNumber(dayAt(data.now, zone))
  const first = data.first === null ? today : dayNumber(dayAt(data.first, zone))
  const chosen = asOf === null ? today : Math.max(first, dayNumber(dayAt(asOf, zone)))
  const changed = data.days.map(dayNumber)
  const goTo = (day: number) => {
    setMoving(null)
    choose(day >= today ? null : endOfDay(dayOf(Math.max(day, first)), zone))
  }
  const [before, after] = [changed.findLast((day) => day < chosen), changed.find((day) => day > chosen)]
  const span = Math.max(1, today - first)
  const text = (day: number) => (day >= today ? t.now : formatDate(dayOf(day), locale))
  return (
    <div className="hg-past-time">
      <Button type="text" icon={<StepBackwardOutlined />} aria-label={t.previous} disabled={before === undefined} onClick={() => goTo(before!)} />
      <div className="hg-past-slider">
        <svg className="hg-past-marks" viewBox={`0 0 ${span} 1`} preserveAspectRatio="none" aria-hidden="true">
          {changed.map((day) => (
            <line key={day} x1={day - first} x2={day - first} y1={0} y2={1} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        <Slider
          min={first} max={today} value={moving ?? chosen} disabled={first === today} onChange={setMoving} onChangeComplete={goTo}
          tooltip={{ formatter: (day) => text(day ?? today) }} ariaLabelForHandle={t.slider} ariaValueTextFormatterForHandle={text}
        />
        <div className="hg-past-ends" aria-hidden="true">
          <span>{formatDate(dayOf(first), locale)}</span>
          <span>{t.now}</span>
        </div>
      </div>
      <Button type="text" icon={<StepForwardOutlined />} aria-label={t.next} disabled={after === undefined && asOf === null} onClick={() => goTo(after ?? today)} />
      <span className="hg-past-date">
        <DateInput value={dayOf(moving ?? chosen)} onChange={(day) => goTo(day === null ? today : dayNumber(day))} aria-label={t.date} />
      </span>
      {compare !== undefined && (
        <PlainLink className="hg-past-compare" href={path(compare) + stringifySearch(asOf === null ? {} : { from: asOf })}>
          <SwapOutlined aria-hidden="true" /> {t.compare}
        </PlainLink>
      )}
    </div>
  )
}
