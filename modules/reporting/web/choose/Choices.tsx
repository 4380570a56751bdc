import { useText } from '@heng/web-kit'
import { Segmented } from 'antd'
import type { ReportKind } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Chosen } from '../request.ts'
import { PeriodChoice } from './PeriodChoice.tsx'

interface Props {
  readonly kinds: readonly ReportKind[]
  readonly chosen: Chosen
  readonly today: string
  readonly change: (next: Partial<Chosen>) => void
}

/** Which report, over which period, in which language. */
export const Choices = ({ kinds, chosen, today, change }: Props) => {
  const { page: t, nouns } = useText(messages)
  const languages = nouns.report.values.language
  return (
    <div className="rp-choices">
      <div className="rp-field">
        <span className="hg-label">{t.choose}</span>
        <Segmented aria-label={t.choose} value={chosen.kind} options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind].title }))} onChange={(kind) => change({ kind })} />
      </div>
      <PeriodChoice chosen={chosen} today={today} change={change} />
      <div className="rp-field">
        <span className="hg-label">{t.language}</span>
        <Segmented aria-label={t.language} value={chosen.language} options={(['zh-CN', 'en'] as const).map((one) => ({ value: one, label: languages[one] }))} onChange={(language) => change({ language })} />
      </div>
      <p className="rp-about hg-muted">{t.kinds[chosen.kind].about}</p>
    </div>
  )
}
