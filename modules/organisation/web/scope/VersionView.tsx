import { TabStrip, useNarrow, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { scopeDocument, type ScopeContent } from '../../document/document.ts'
import { Findings } from '../parts/Findings.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import { DocumentView } from './DocumentView.tsx'
import { Editor } from './Editor.tsx'
import { PreviewLanguage, usePreviewLocale } from './PreviewLanguage.tsx'
import { contentOf, type Scope } from './types.ts'
import { VersionHead } from './VersionHead.tsx'

/** One version: a draft as form and live preview side by side, any other as the document it became. */
export const VersionView = ({ row, previous }: { readonly row: Scope; readonly previous: Scope | undefined }) => {
  const text = usePages()
  const t = text.scope
  const org = useOrg()
  const narrow = useNarrow(1100)
  const [locale, setLocale] = usePreviewLocale()
  const [live, setLive] = useState<ScopeContent>()
  const guide = useQuery(api.scope.guide.queryOptions({ input: { org, id: row.id } }))
  if (guide.data === undefined) return <Loading error={guide.error} onRetry={() => void guide.refetch()} />
  const { basis, findings } = guide.data
  const editable = row.state === 'draft' && row.allowed.includes('update')
  const content = (editable ? live : undefined) ?? contentOf(row, basis)
  const preview = (
    <article className="or-paper" aria-label={t.preview}>
      <PreviewLanguage title={editable ? t.preview : ''} value={locale} onChange={setLocale} />
      <div lang={locale}><DocumentView sections={scopeDocument(content, locale)} /></div>
    </article>
  )
  const editor = editable && <Editor row={row} basis={basis} onChange={setLive} />
  return (
    <div className="or-version">
      <VersionHead row={row} previous={previous} />
      {row.state === 'inReview' && <Alert type="info" showIcon title={t.inReview} action={<LinkButton to="approvals" size="small">{t.toApprovals}</LinkButton>} />}
      {row.state === 'superseded' && <Alert type="warning" showIcon title={t.superseded} />}
      {row.state === 'draft' && (
        <section className="or-card" aria-label={text.findings.title}>
          <h3>{text.findings.title}</h3>
          <Findings findings={findings} here="scope" />
        </section>
      )}
      {!editable ? preview
      : narrow ? (
        <TabStrip label={t.title} tabs={[{ key: 'edit', label: t.edit, content: editor }, { key: 'preview', label: t.preview, content: preview }]} />
      ) : (
        <div className="or-side-by-side">{editor}{preview}</div>
      )}
    </div>
  )
}
