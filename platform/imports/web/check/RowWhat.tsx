import { fieldLabel, FieldValue, useKitText, useText, type NounKit } from '@heng/web-kit'
import type { StagedRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { RowPage } from '../api.ts'

interface Props {
  readonly kit: NounKit
  readonly row: StagedRow
  readonly labels: RowPage['labels']
  readonly header: readonly string[]
}

/** What a row does: why it is refused, what it changes from what to what, or what the new record holds. */
export const RowWhat = (props: Props) => (props.row.action === 'error' ? <Reasons {...props} /> : props.row.before === null ? <Values {...props} /> : <Changes {...props} />)

const Reasons = ({ kit, row, header }: Props) => {
  const t = useText(messages).page.check
  const kitText = useKitText()
  const place = ({ field, column }: StagedRow['problems'][number]) => (field === null ? (column ?? undefined) : fieldLabel(kit.text, kitText, field))
  return (
    <>
      <ul className="im-reasons">
        {row.problems.map((problem, i) => (
          <li key={`${problem.field} ${problem.code} ${i}`}>
            {place(problem) !== undefined && <b>{place(problem)}</b>} <span>{problem.message}</span>
          </li>
        ))}
      </ul>
      {row.cells !== null && (
        <details className="im-cells">
          <summary>{t.cells}</summary>
          <dl className="im-pairs">
            {header.map((name, i) => (
              <div key={`${i} ${name}`}>
                <dt>{name}</dt>
                <dd>{row.cells?.[i] ?? ''}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

const Changes = ({ kit, row, labels }: Props) => {
  const t = useText(messages).page.check
  const kitText = useKitText()
  return (
    <dl className="im-changes">
      {Object.entries(row.values).map(([name, value]) => (
        <div key={name}>
          <dt>{fieldLabel(kit.text, kitText, name)}</dt>
          <dd>
            <del>
              <span className="hg-visually-hidden">{t.from} </span>
              <FieldValue kit={kit} name={name} value={row.before?.[name] ?? null} labels={labels} />
            </del>
            <span aria-hidden="true"> → </span>
            <ins>
              <span className="hg-visually-hidden">{t.to} </span>
              <FieldValue kit={kit} name={name} value={value} labels={labels} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Values = ({ kit, row, labels }: Props) => {
  const kitText = useKitText()
  const given = Object.entries(row.values).filter(([name, value]) => name !== kit.noun.label && value !== null && !(Array.isArray(value) && value.length === 0))
  return (
    <dl className="im-pairs">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{fieldLabel(kit.text, kitText, name)}</dt>
          <dd>
            <FieldValue kit={kit} name={name} value={value} labels={labels} dense />
          </dd>
        </div>
      ))}
    </dl>
  )
}
