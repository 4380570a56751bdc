import { BulbOutlined } from '@ant-design/icons'
import { ControlsOfRequirement } from '@heng/controls/web/panel'
import { OrgLink, useNotify, useOrg } from '@heng/web-kit'
import { Button } from 'antd'
import type { WorkingLine } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { warningOf } from '../lineModel.ts'
import { Decide } from '../table/Decide.tsx'
import { Reasons, toggled } from '../table/Reasons.tsx'
import type { SaveLine } from '../useLines.ts'
import { Proposal } from '../Proposal.tsx'
import { useWords } from '../words.ts'
import { ImplementationField } from './ImplementationField.tsx'
import { LineEvidence } from './LineEvidence.tsx'
import { LineRisks } from './LineRisks.tsx'
import { TextField } from './TextField.tsx'
import { useExclusion } from './useExclusion.ts'
import { useLineRisks } from './useLineRisks.ts'

interface Props {
  /** Id of the version. */
  readonly soa: string
  readonly line: WorkingLine
  readonly save: SaveLine
  readonly frozen: boolean
  readonly onRemoved: () => void
}

/** Everything that a line says, each part saved by itself as soon as it is complete. */
export const LineEditor = ({ soa, line, save, frozen, onRemoved }: Props) => {
  const { t, fields, locale } = useWords()
  const { linked, suggested } = useLineRisks(soa, line.id)
  const { excluding, decide, justify } = useExclusion(line, save)
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const summary = locale === 'en' ? (line.summaryEn ?? line.summaryZh) : (line.summaryZh ?? line.summaryEn)
  const take = async () => {
    try {
      await api.soa.accept.call({ org, id: soa, lines: [line.id] })
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  const remove = async () => {
    try {
      await api.soaLine.archive.call({ org, id: line.id, version: line.version })
      await refresh()
      notify.success(t.line.removed)
      onRemoved()
    } catch (error) {
      notify.error(error)
    }
  }
  const text = (field: 'reasonText' | 'description' | 'document', rows: number, max: number) => (
    <TextField
      label={fields[field]!}
      value={line[field]}
      rows={rows}
      max={max}
      disabled={frozen}
      onSave={(value) => void save(line.id, { [field]: value })}
    />
  )
  const warning = warningOf(line)
  return (
    <div className="sa-line">
      {summary !== null && (
        <p className="sa-summary">
          <span className="hg-help">{t.line.our}</span>
          {summary}
        </p>
      )}
      {line.proposal !== null && (
        <p className="sa-proposal">
          <BulbOutlined aria-hidden="true" />
          <span>
            <Proposal line={line} />
          </span>
          {!frozen && (
            <Button size="small" onClick={() => void take()}>
              {t.suggestions.accept}
            </Button>
          )}
        </p>
      )}
      <section>
        <h3>{fields['applicable']}</h3>
        <Decide line={excluding ? { ...line, applicable: 'no' } : line} disabled={frozen} onDecide={decide} />
      </section>
      {line.applicable === 'no' || excluding ? (
        <TextField
          label={fields['justification']!}
          value={line.justification}
          rows={3}
          max={2_000}
          disabled={frozen}
          required
          autoFocus={excluding}
          help={excluding ? t.table.needsJustification : undefined}
          onSave={justify}
        />
      ) : (
        <section>
          <h3>{fields['reasons']}</h3>
          <Reasons
            value={line.reasons}
            disabled={frozen}
            onToggle={(reason) =>
              void save(line.id, {
                reasons: toggled(line.reasons, reason),
                ...(line.applicable === 'undecided' ? { applicable: 'yes' } : {}),
              })
            }
          />
          {(warning === 'onlyBestPractice' || warning === 'noReason') && (
            <p className="sa-remark">{warning === 'onlyBestPractice' ? t.table.onlyBestPractice : t.table.noReason}</p>
          )}
          {text('reasonText', 2, 2_000)}
        </section>
      )}
      {line.applicable !== 'no' && <ImplementationField line={line} save={save} frozen={frozen} />}
      <LineEvidence soa={soa} line={line} />
      {text('description', 4, 4_000)}
      {text('document', 1, 300)}
      <section>
        <h3>{t.line.linkedControls}</h3>
        {line.requirement !== null && !frozen ? (
          <ControlsOfRequirement requirement={line.requirement} assessable />
        ) : (
          <FrozenControls line={line} />
        )}
      </section>
      <LineRisks line={line} linked={linked} suggested={suggested} save={save} frozen={frozen} />
      {line.allowed.includes('archive') && !frozen && (
        <Button danger onClick={() => void remove()}>
          {t.line.remove}
        </Button>
      )}
    </div>
  )
}

const FrozenControls = ({ line }: { readonly line: WorkingLine }) => {
  const { t } = useWords()
  if (line.linkedControls.length === 0) return <p className="hg-muted">{t.table.noControls}</p>
  return (
    <ul className="sa-list">
      {line.linkedControls.map((c) => (
        <li key={c.id}>
          <OrgLink to={`controls/${c.id}`}>
            <span className="hg-reference">{c.reference}</span> {c.name}
          </OrgLink>
        </li>
      ))}
    </ul>
  )
}
