import './inbox.css'
import { OrgLink, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'

/** The whole of the report that one stands on: what lists leave out, and where it went. */
export const InboxDetail = ({ id }: { readonly id: string }) => {
  const words = useText(messages)
  const t = words.nouns.emergingRisk.fields
  const org = useOrg()
  const { data } = useQuery(api.emergingRisk.get.queryOptions({ input: { org, id } }))
  const texts = data === undefined ? [] : ([[t.what, data.what], [t.sourceText, data.sourceText], [t.impact, data.impact], [t.reason, data.reason]] as const).filter(([, text]) => text !== null)
  const led = data === undefined ? [] : [
    ...(data.risk === null ? [] : [{ to: `risks/${data.risk}`, name: t.risk }]), ...(data.scenario === null ? [] : [{ to: 'risk-scenarios', name: t.scenario }]),
    ...(data.duplicateOf === null ? [] : [{ to: `emerging-risks/${data.duplicateOf}`, name: t.duplicateOf }]),
  ]
  return (
    <section className="ap-detail" aria-label={words.pages.emerging.detail}>
      {data === undefined ? <div className="hg-bone" /> : (
        <>
          <h2>{data.title}</h2>
          {texts.length === 0 && <p className="hg-muted">{words.pages.emerging.noMore}</p>}
          <dl>{texts.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>
          <p className="ap-buttons"><OrgLink to={`emerging-risks/${id}`}>{words.pages.emerging.openRecord}</OrgLink>{led.map(({ to, name }) => <OrgLink key={to} to={to}>{name}</OrgLink>)}</p>
        </>
      )}
    </section>
  )
}
