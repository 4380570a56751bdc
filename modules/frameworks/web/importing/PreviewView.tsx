import { fill } from '@heng/contract'
import { OrgLink, useLocale, useText } from '@heng/web-kit'
import { Alert, Radio } from 'antd'
import type { ImportPreview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useWording } from '../api.ts'

interface Props {
  readonly preview: ImportPreview
  readonly replace: boolean
  readonly onReplace: (replace: boolean) => void
}

/** What an import would bring, before anything is written. */
export const PreviewView = ({ preview, replace, onReplace }: Props) => {
  const t = useText(messages).page.importing
  const locale = useLocale()
  const pick = useWording()
  const { counts, licence, earlier } = preview
  return (
    <div className="fw-preview">
      <h3>{pick(preview.title.en, preview.title['zh-CN'])}</h3>
      <p className="hg-muted">
        {fill(t.edition, { version: preview.version })} ·{' '}
        {preview.publisher === null ? t.noPublisher : fill(t.publishedBy, { name: preview.publisher })}
      </p>
      <p>
        {fill(t.counts, { all: counts.requirements, assessable: counts.assessable, groups: counts.groups, withdrawn: counts.withdrawn })}
      </p>
      <p>
        {licence.verbatim
          ? t.licencePublic
          : licence.stated.length > 0
            ? fill(t.licenceStated, { licence: licence.stated.join('; ') })
            : t.licenceNone}{' '}
        {licence.overlay && t.overlayYes}
      </p>
      {preview.sources.length > 0 && (
        <p>{fill(t.sources, { sources: preview.sources.map((s) => `${s.title} ${s.version}`).join('; ') })}</p>
      )}
      {preview.present !== null && (
        <Alert type="info" showIcon title={t.present} action={<OrgLink to={`frameworks/${preview.present}`}>{t.openPresent}</OrgLink>} />
      )}
      {earlier !== null && (
        <Alert
          type="info"
          showIcon
          title={fill(t.earlier, { ...earlier })}
          description={
            <Radio.Group value={replace} onChange={(e) => onReplace(e.target.value as boolean)} className="fw-choice">
              <Radio value>{t.replace}</Radio>
              <Radio value={false}>{t.apart}</Radio>
            </Radio.Group>
          }
        />
      )}
      <Problems
        title={fill(t.errors, { count: preview.errorCount })}
        type="error"
        lines={preview.errors.map((e) => (e.line === null ? e[locale] : fill(t.line, { line: e.line, text: e[locale] })))}
      />
      <Problems title={fill(t.warnings, { count: preview.warningCount })} type="warning" lines={preview.warnings.map((w) => w[locale])} />
      <h4>{t.sample}</h4>
      <ul className="fw-sample">
        {preview.sample.map((line) => (
          <li key={line.ref} style={{ paddingInlineStart: line.level * 18 }}>
            <span className="fw-ref">{line.ref}</span> {pick(line.title.en, line.title['zh-CN'])}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Problems = ({
  title,
  type,
  lines,
}: {
  readonly title: string
  readonly type: 'error' | 'warning'
  readonly lines: readonly string[]
}) =>
  lines.length === 0 ? null : (
    <Alert
      type={type}
      showIcon
      title={title}
      description={
        <ul className="fw-problems">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
      role={type === 'error' ? 'alert' : undefined}
    />
  )
