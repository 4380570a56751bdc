import { fill } from '@heng/contract'
import { Checkbox } from 'antd'
import { themes, type WorkingLine } from '../../contract/index.ts'
import { warningOf } from '../lineModel.ts'
import { Proposal } from '../Proposal.tsx'
import { useWords } from '../words.ts'
import { Decide } from './Decide.tsx'
import { Implementation } from './Implementation.tsx'
import type { LinesProps } from './LineTable.tsx'

/** The statement in a narrow window: a card per line; an exclusion opens the line, because it needs its reason. */
export const LineCards = ({ lines, save, selection, open, onOpen }: LinesProps) => {
  const { t, text } = useWords()
  return (
    <div className="sa-cards">
      {selection.possible && (
        <Checkbox checked={selection.all} indeterminate={selection.lines.length > 0 && !selection.all} onChange={selection.toggleAll}>
          {t.bulk.chooseAll}
        </Checkbox>
      )}
      {themes.map((theme) => {
        const own = lines.filter((l) => l.theme === theme)
        if (own.length === 0) return null
        return (
          <section key={theme}>
            <h2>{text.soa.themes[theme]}</h2>
            <ul>
              {own.map((line) => (
                <Card key={line.id} line={line} open={line.id === open} save={save} selection={selection} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const Card = ({
  line,
  open,
  save,
  selection,
  onOpen,
}: { readonly line: WorkingLine; readonly open: boolean } & Pick<LinesProps, 'save' | 'selection' | 'onOpen'>) => {
  const { t, titleOf, values } = useWords()
  const decide = (applicable: WorkingLine['applicable']) =>
    applicable === 'no' && (line.justification ?? '').trim() === '' ? onOpen(line.id) : void save(line.id, { applicable })
  const warning = warningOf(line)
  return (
    <li className="sa-card" data-open={open}>
      <button type="button" className="sa-title" onClick={() => onOpen(line.id)}>
        <span className="sa-ref">{line.ref}</span> {titleOf(line)}
      </button>
      <div className="sa-card-row">
        {selection.possible && (
          <Checkbox
            aria-label={fill(t.bulk.choose, { ref: line.ref })}
            checked={selection.has(line.id)}
            onChange={() => selection.toggle(line.id)}
          />
        )}
        <Decide line={line} disabled={!line.allowed.includes('update')} onDecide={decide} />
        {line.applicable !== 'no' && <Implementation line={line} />}
      </div>
      <p className="hg-muted">{line.applicable === 'no' ? line.justification : line.reasons.map((r) => values.reasons[r]).join(' · ')}</p>
      {line.proposal !== null && (
        <p className="sa-hint">
          <Proposal line={line} />
        </p>
      )}
      {(warning === 'onlyBestPractice' || warning === 'noReason') && (
        <p className="sa-remark">{warning === 'onlyBestPractice' ? t.table.onlyBestPractice : t.table.noReason}</p>
      )}
    </li>
  )
}
