import { fill } from '@heng/contract'
import { useText, valueLabel } from '@heng/web-kit'
import type { z } from 'zod'
import type { framework } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useWording } from '../api.ts'

/** Whose text this is, on which terms, and how it came here. */
export const AboutFramework = ({ row }: { readonly row: z.output<typeof framework.row> }) => {
  const text = useText(messages)
  const t = text.page.about
  const pick = useWording()
  const provenance = pick(row.provenanceEn, row.provenanceZh)
  return (
    <details className="fw-about">
      <summary>
        {row.publisher ?? ''} · {valueLabel(text.nouns.framework, 'licence', row.licence)} ·{' '}
        {fill(t.version, { version: row.contentVersion ?? '' })}
        <span className="hg-text-button">{t.show}</span>
      </summary>
      <dl>
        <dt>{t.licence}</dt>
        <dd>{pick(row.licenceEn, row.licenceZh)}</dd>
        <dt>{t.provenance}</dt>
        <dd className="fw-pre">{provenance}</dd>
        <dt>{t.hash}</dt>
        <dd className="fw-hash">{row.contentHash}</dd>
      </dl>
    </details>
  )
}
