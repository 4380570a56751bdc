import { messages as soaMessages } from '@heng/applicability/locales'
import { fill } from '@heng/contract'
import { NotGiven, OrgLink, Scroll, useLocale, useText } from '@heng/web-kit'
import type { Effect, SoaLineEffect } from '../../contract/index.ts'
import { useWords } from '../words.ts'

type Side = NonNullable<SoaLineEffect['before']>

/** Lines of the statement of applicability of which controls and risks would speak differently. */
export const SoaLines = ({ soa }: { readonly soa: NonNullable<Effect['soa']> }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  return (
    <section>
      <h3>{t.soa} <span className="hg-muted">{soa.lines.length}</span></h3>
      <p className="hg-muted">{fill(soa.lines.length === 0 ? t.soaNone : t.soaText, { title: soa.title })}</p>
      {soa.lines.length > 0 && (
        <Scroll label={t.soa}>
          <table className="ch-table ch-soa">
            <thead>
              <tr>
                <th scope="col">{t.line}</th>
                <th scope="col">{t.today}</th>
                <th scope="col">{t.then}</th>
              </tr>
            </thead>
            <tbody>
              {soa.lines.map((line) => (
                <tr key={line.ref}>
                  <th scope="row"><OrgLink to={`soa/${soa.id}`} className="hg-reference">{line.ref}</OrgLink> {locale === 'en' ? line.titleEn : line.titleZh}</th>
                  <td data-label={t.today}><SideText side={line.before} /></td>
                  <td data-label={t.then}><SideText side={line.after} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

const SideText = ({ side }: { readonly side: Side | null }) => {
  const t = useWords().page.effect
  const values = useText(soaMessages).nouns.soaLine.values.implementationOverride as Readonly<Record<string, string>>
  if (side === null) return <NotGiven />
  const parts = [
    ...(side.controls > 0 ? [fill(t.linked, { count: side.controls })] : []),
    ...(side.necessary > 0 ? [fill(t.necessary, { count: side.necessary })] : []),
    ...(side.suggested > 0 ? [fill(t.suggested, { count: side.suggested })] : []),
  ]
  return (
    <>
      <b>{side.implementation === null ? <NotGiven /> : values[side.implementation]}</b>
      {parts.length > 0 && <span className="hg-muted ch-aside">{parts.join(' · ')}</span>}
    </>
  )
}
