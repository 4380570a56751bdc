import { fill, wordingIn } from '@heng/contract'
import { formatNumber, OrgLink } from '@heng/web-kit'
import type { Finding } from '../../contract/index.ts'
import { RiskItems } from '../RiskItems.tsx'
import { useWords } from '../words.ts'

interface Props {
  readonly title: string
  readonly findings: readonly Finding[]
  readonly onGoto: (line: string) => void
}

/** How many lines or risks a finding is about; the statement as a whole counts as one. */
const weight = ({ risks, ref, more = 0 }: Finding): number => (ref === null && risks.length > 0 ? risks.length + more : 1)

/** What a check has found, kind by kind: each leads to its line, or to the risks that it names. */
export const Findings = ({ title, findings, onGoto }: Props) => {
  const { t, locale } = useWords()
  if (findings.length === 0) return null
  const byCode = Map.groupBy(findings, (f) => f.code)
  const count = (some: readonly Finding[]) => some.reduce((sum, f) => sum + weight(f), 0)
  return (
    <section>
      <h3>{fill(title, { count: formatNumber(count(findings), locale) })}</h3>
      {[...byCode].map(([code, items]) => (
        <details key={code} open={count(items) <= 12}>
          <summary>
            {t.check.findings[code]} <span className="hg-muted">{formatNumber(count(items), locale)}</span>
          </summary>
          {items.map((f) => f.ref === null && <OfWhole key={code} finding={f} />)}
          {items.some((f) => f.ref !== null) && (
            <ul className="sa-list">
              {items.map((f) => f.ref !== null && <OfLine key={f.ref} finding={f} onGoto={onGoto} />)}
            </ul>
          )}
        </details>
      ))}
    </section>
  )
}

const OfLine = ({ finding: f, onGoto }: { readonly finding: Finding; readonly onGoto: Props['onGoto'] }) => {
  const { t, titleOf, locale } = useWords()
  const name = (
    <>
      <span className="sa-ref">{f.ref}</span> {titleOf(f)}
    </>
  )
  return (
    <li>
      {f.line === null ? (
        name
      ) : (
        <button type="button" className="hg-text-button" onClick={() => onGoto(f.line!)} title={fill(t.check.goto, { ref: f.ref! })}>
          {name}
        </button>
      )}
      {f.risks.length > 0 && (
        <p className="hg-help">{fill(t.check.forRisks, { risks: f.risks.map((r) => `${r.reference} ${wordingIn(locale, r.title)}`).join(', ') })}</p>
      )}
    </li>
  )
}

/** What is not about a line: what it means, and the risks that it names (the highest where they are many, with the way to the rest). */
const OfWhole = ({ finding: { code, risks, more = 0 } }: { readonly finding: Finding }) => {
  const { t, locale } = useWords()
  const { about } = t.check
  const register = new URLSearchParams({ 'filter[option]': 'reduce', 'filter[status]': 'open' }).toString()
  return (
    <>
      {code in about && <p className="hg-help">{about[code as keyof typeof about]}</p>}
      <ul className="sa-list">
        <RiskItems risks={risks} />
        {more > 0 && (
          <li>
            {fill(t.check.moreRisks, { count: formatNumber(more, locale) })} <OrgLink to={`risks?${register}`}>{t.check.toRegister}</OrgLink>
          </li>
        )}
      </ul>
    </>
  )
}
