import { fill } from '@heng/contract'
import { ErrorView, OrgLink, useLocale, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { requirement } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useWording } from '../api.ts'
import { MappedList } from './MappedList.tsx'
import { OverlayBox } from './OverlayBox.tsx'

type Requirement = z.output<typeof requirement.row>

/** What a requirement asks: our wording or the publisher's, classification, licensed text, and its like in other frameworks. */
export const RequirementSummary = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).page.requirement
  const org = useOrg()
  const one = row as unknown as Requirement & { labels: AnyRecord['labels'] }
  const framework = useQuery(api.framework.get.queryOptions({ input: { org, id: one.framework } })).data
  const related = useQuery(api.requirement.related.queryOptions({ input: { org, id: row.id } }))
  const ours = framework?.licence === 'ownWording'
  return (
    <div className="fw-requirement">
      <p className="fw-where">
        <OrgLink to={`frameworks/${one.framework}`}>{row.labels[one.framework]?.text ?? ''}</OrgLink>
        {one.parent !== null && (
          <>
            {' '}
            / <OrgLink to={`requirements/${one.parent}`}>{row.labels[one.parent]?.text ?? ''}</OrgLink>
          </>
        )}
      </p>
      <Classes one={one} />
      <Text
        title={ours ? t.ours : t.theirs}
        en={one.summaryEn}
        zh={one.summaryZh}
        note={ours && framework?.kind === 'shipped' ? t.notOurs : undefined}
      />
      <Text title={framework?.kind === 'shipped' ? t.guidance : t.guidancePublisher} en={one.guidanceEn} zh={one.guidanceZh} />
      {one.items !== null && <p className="hg-muted">{fill(t.items, { count: one.items })}</p>}
      {related.error !== null && <ErrorView error={related.error} onRetry={() => void related.refetch()} />}
      {related.data !== undefined && (
        <>
          {related.data.overlayAllowed && <OverlayBox id={row.id} overlay={related.data.overlay} />}
          <MappedList mapped={related.data.mapped} />
        </>
      )}
    </div>
  )
}

const Classes = ({ one }: { readonly one: Requirement }) => {
  const t = useText(messages).page.requirement
  const { theme, view, controlType = [], properties = [], mark } = one.attributes
  const words = [
    ...(theme === undefined ? [] : [t.theme[theme]]),
    ...(view === undefined ? [] : [t.view[view]]),
    ...controlType.map((c) => t.controlType[c]),
    ...properties.map((p) => t.properties[p]),
    ...(mark === undefined ? [] : [t.mark[mark]]),
  ]
  return words.length === 0 ? null : (
    <p className="hg-tags">
      {[...new Set(words)].map((word) => (
        <span key={word} className="hg-tag">
          {word}
        </span>
      ))}
    </p>
  )
}

interface TextProps {
  readonly title: string
  readonly en: string | null
  readonly zh: string | null
  readonly note?: string | undefined
}

const Text = ({ title, en, zh, note }: TextProps) => {
  const t = useText(messages).page.requirement
  const locale = useLocale()
  const pick = useWording()
  const text = pick(en, zh)
  if (text === null) return null
  const foreign = locale === 'en' ? en === null : zh === null
  return (
    <section className="fw-text">
      <h3>{title}</h3>
      <p className="fw-pre" lang={foreign ? (locale === 'en' ? 'zh-CN' : 'en') : undefined}>
        {text}
      </p>
      {(note !== undefined || foreign) && (
        <p className="hg-help">{foreign ? fill(t.untranslated, { language: locale === 'en' ? t.chinese : t.english }) : note}</p>
      )}
    </section>
  )
}
