import { CheckCircleFilled, RightCircleOutlined } from '@ant-design/icons'
import { countCap, fill } from '@heng/contract'
import { formatNumber, OrgLink, useLocale, useText } from '@heng/web-kit'
import { Button } from 'antd'
import { messages } from '../locales/index.ts'
import { places, type StepId } from './places.ts'

export interface StepData {
  readonly id: StepId
  readonly done: boolean
  readonly rows: { readonly rest: number; readonly total: number; readonly capped: boolean } | null
  readonly enough: boolean | null
  readonly waits: boolean
}
interface Props {
  readonly step: StepData
  readonly isNext: boolean
  readonly busy: boolean
  readonly onEnough: (enough: boolean) => void
}

/** One step: where it is done, how much of it is done, and the word that the rest can wait. */
export const GuideStep = ({ step: { id, done, rows, enough, waits }, isNext, busy, onEnough }: Props) => {
  const { guide: t, moreThan } = useText(messages)
  const locale = useLocale()
  const words = t.steps[id]
  const number = (value: number) => (value < countCap ? formatNumber(value, locale) : fill(moreThan, { n: formatNumber(value, locale) }))
  const counts = id in t.counts ? t.counts[id as keyof typeof t.counts] : undefined
  const missing = waits && id in t.waits ? t.waits[id as keyof typeof t.waits] : undefined
  const say = (action: string, next: boolean) => (
    <Button type="link" size="small" disabled={busy} aria-label={fill(t.enoughFor, { action, step: words.title })} onClick={() => onEnough(next)}>
      {action}
    </Button>
  )
  return (
    <li data-state={done ? 'done' : isNext ? 'next' : 'later'} aria-current={isNext ? 'step' : undefined}>
      <span className="home-step-mark" aria-hidden>{done ? <CheckCircleFilled /> : isNext ? <RightCircleOutlined /> : <span className="home-step-dot" />}</span>
      <div>
        <OrgLink to={places[id]}>{words.title}</OrgLink>
        {done && <span className="hg-visually-hidden"> ({t.done})</span>}
        <p className="hg-muted">{words.about}</p>
        {rows !== null && counts !== undefined && (
          <p className="home-step-count">
            {/* Counts end at a limit; what is done of an uncounted number is not known. */}
            <span>{rows.capped ? fill(t.left, { rest: number(rows.rest) }) : fill(counts, { done: number(rows.total - rows.rest), all: number(rows.total) })}</span>
            {missing !== undefined && <span className="hg-muted">{missing}</span>}
            {enough === true && <span className="hg-muted">{t.saidEnough}</span>}
            {enough !== null && say(enough ? t.reopen : t.enough, !enough)}
          </p>
        )}
      </div>
    </li>
  )
}
