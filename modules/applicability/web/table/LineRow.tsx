import { fill } from '@heng/contract'
import { BulbOutlined, SafetyOutlined, WarningOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { memo, type KeyboardEvent } from 'react'
import type { WorkingLine } from '../../contract/index.ts'
import { warningOf } from '../lineModel.ts'
import { Proposal } from '../Proposal.tsx'
import { useWords } from '../words.ts'
import { Decide } from './Decide.tsx'
import { Implementation } from './Implementation.tsx'
import { InlineText } from './InlineText.tsx'
import { Reasons } from './Reasons.tsx'
import type { RowActions, TextField } from './useRowActions.ts'

interface Props {
  readonly line: WorkingLine
  readonly active: boolean
  readonly open: boolean
  /** Whether the line is chosen to be decided with others; undefined where nothing can be chosen. */
  readonly chosen: boolean | undefined
  readonly editing: TextField | undefined
  readonly actions: RowActions
}

/** One line of the table. Its keys are handled where it stands, so that a row with the focus is all one needs. */
export const LineRow = memo(({ line, active, open, chosen, editing, actions }: Props) => {
  const { t, titleOf, fields } = useWords()
  const frozen = !line.allowed.includes('update')
  const excluded = line.applicable === 'no' || editing === 'justification'
  const text = (field: TextField, max: number, placeholder: string) => (
    <InlineText
      value={line[field]}
      label={`${fields[field] ?? field}, ${line.ref}`}
      placeholder={placeholder}
      editing={editing === field}
      disabled={frozen}
      max={max}
      onEdit={() => actions.edit(line, field)}
      onSave={(value) => actions.saveText(line, field, value)}
      onCancel={() => actions.stop(line)}
    />
  )
  return (
    <tr
      tabIndex={active ? 0 : -1}
      data-line={line.id}
      data-open={open}
      data-applicable={line.applicable}
      onFocus={(event) => {
        if (event.target === event.currentTarget) actions.activate(line)
      }}
      onKeyDown={(event: KeyboardEvent<HTMLTableRowElement>) => actions.key(event, line)}
    >
      {chosen !== undefined && (
        <td>
          <Checkbox aria-label={fill(t.bulk.choose, { ref: line.ref })} tabIndex={-1} checked={chosen} onChange={() => actions.select(line)} />
        </td>
      )}
      <td className="sa-ref">{line.ref}</td>
      <th scope="row">
        <button
          type="button"
          className="sa-title"
          tabIndex={-1}
          onClick={() => actions.open(line)}
          title={fill(t.table.open, { ref: line.ref })}
        >
          {titleOf(line)}
        </button>
        {line.proposal !== null && (
          <span className="sa-hint">
            <BulbOutlined aria-hidden="true" />{' '}
            <Proposal line={line} />
          </span>
        )}
      </th>
      <td>
        <Decide line={line} disabled={frozen} inTable onDecide={(applicable) => actions.decide(line, applicable)} />
      </td>
      <td>
        {excluded ? (
          text('justification', 2_000, t.table.addJustification)
        ) : (
          <>
            <Reasons value={line.reasons} disabled={frozen} inTable onToggle={(reason) => actions.toggle(line, reason)} />
            {(line.reasonText !== null || editing === 'reasonText') && text('reasonText', 2_000, t.table.addReason)}
          </>
        )}
        <Remark line={line} editing={editing} />
      </td>
      <td>{line.applicable !== 'no' && <Implementation line={line} />}</td>
      <td>{text('description', 4_000, t.table.addText)}</td>
      <td>{text('document', 300, t.table.addText)}</td>
      <td className="sa-links">
        <span title={line.linkedControls.map((c) => `${c.reference} ${c.name}`).join('\n')}>
          <SafetyOutlined aria-label={t.table.controls} /> {line.linkedControls.length}
        </span>
        <Risks line={line} />
      </td>
    </tr>
  )
})

/** Risks that the line rests on; until there are any, those that its suggestion stems from. */
const Risks = ({ line: { linkedRisks, proposal } }: { readonly line: WorkingLine }) => {
  const { t, risksOf } = useWords()
  if (linkedRisks.count === 0 && proposal !== null) {
    const words = fill(t.suggestions.from, { risks: risksOf(proposal.risks) })
    return (
      <span className="sa-suggested" title={words}>
        <BulbOutlined aria-label={words} /> {proposal.risks.count}
      </span>
    )
  }
  return (
    <span title={risksOf(linkedRisks)}>
      <WarningOutlined aria-label={t.table.risks} /> {linkedRisks.count}
    </span>
  )
}

const Remark = ({ line, editing }: { readonly line: WorkingLine; readonly editing: TextField | undefined }) => {
  const t = useWords().t.table
  if (editing === 'justification' && line.applicable !== 'no') return <p className="sa-remark">{t.needsJustification}</p>
  const warning = warningOf(line)
  if (warning !== 'onlyBestPractice' && warning !== 'noReason') return null
  return <p className="sa-remark">{warning === 'onlyBestPractice' ? t.onlyBestPractice : t.noReason}</p>
}
