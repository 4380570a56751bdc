import { fill } from '@heng/contract'
import { SearchOutlined } from '@ant-design/icons'
import { useNarrow } from '@heng/web-kit'
import { Input, Segmented, Select } from 'antd'
import { views, type countsOf, type View } from '../lineModel.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly counts: ReturnType<typeof countsOf>
  readonly view: View
  readonly q: string
  readonly shown: number
  /** What was submitted does not differ from the evidence line by line here: the version in force has a page for it. */
  readonly frozen: boolean
  readonly onView: (view: View) => void
  readonly onSearch: (q: string) => void
}

/** Which lines are shown: all, undecided, excluded, not implemented, suggested, with remarks; and a search. */
export const Filters = ({ counts, view, q, shown, frozen, onView, onSearch }: Props) => {
  const t = useWords().t.filter
  const narrow = useNarrow(900)
  const numbers: Partial<Record<View, number>> = {
    all: counts.all,
    undecided: counts.undecided,
    excluded: counts.excluded,
    suggested: counts.suggested,
    evidence: counts.evidence,
  }
  const options = views.filter((value) => value !== 'evidence' || !frozen).map((value) => ({ value, label: numbers[value] === undefined ? t[value] : `${t[value]} ${numbers[value]}` }))
  return (
    <div className="hg-toolbar" role="search">
      <Input
        className="hg-search"
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        prefix={<SearchOutlined aria-hidden="true" />}
        value={q}
        onChange={(e) => onSearch(e.target.value)}
      />
      {narrow ? (
        <Select<View> aria-label={t.label} value={view} options={options} onChange={onView} popupMatchSelectWidth={false} />
      ) : (
        <Segmented<View> aria-label={t.label} value={view} options={options} onChange={onView} />
      )}
      <span className="hg-toolbar-end hg-muted" role="status">
        {fill(t.count, { count: shown, all: counts.all })}
      </span>
    </div>
  )
}
