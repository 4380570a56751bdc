import { NumberText, Scroll, useText } from '@heng/web-kit'
import { useState, type ReactNode } from 'react'
import type { FlawDetails } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { pageOf, safeAddress } from './links.ts'
import { Section } from './Section.tsx'

const longer = 900
const mostShown = 12

/** Text of a report, as text; a long one is opened when it is wanted. */
const Words = ({ text }: { readonly text: string }) => {
  const t = useText(messages).flaws.what
  const [whole, setWhole] = useState(false)
  const long = text.length > longer
  return (
    <>
      <p className="hg-prose">{whole || !long ? text : `${text.slice(0, longer).trimEnd()}…`}</p>
      {long && <button type="button" className="hg-text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t.less : t.more}</button>}
    </>
  )
}

/** A link to somewhere else: the other site learns nothing of this one and cannot reach back into it. */
const Away = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => {
  const t = useText(messages).flaws.what
  return <a href={href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">{children}<span className="hg-visually-hidden"> {t.opens}</span></a>
}

const Identifier = ({ id }: { readonly id: string }) => {
  const page = pageOf(id)
  return <li>{page === null ? id : <Away href={page}>{id}</Away>}</li>
}

const References = ({ all }: { readonly all: readonly string[] }) => {
  const t = useText(messages).flaws.what
  const [whole, setWhole] = useState(false)
  return (
    <>
      <ul className="vn-references">
        {(whole ? all : all.slice(0, mostShown)).map((text) => {
          const address = safeAddress(text)
          return <li key={text}>{address === null ? text : <Away href={address}>{text}</Away>}</li>
        })}
      </ul>
      {all.length > mostShown && <button type="button" className="hg-text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t.less : `${t.more} (${all.length})`}</button>}
    </>
  )
}

const Scores = ({ cvss }: Pick<FlawDetails, 'cvss'>) => {
  const t = useText(messages).flaws.what
  return (
    <Scroll label={t.cvss}>
      <table className="vn-scores">
        <thead><tr><th scope="col">{t.version}</th><th scope="col">{t.score}</th><th scope="col">{t.vector}</th></tr></thead>
        <tbody>
          {cvss.map(({ version, vector, score }) => (
            <tr key={`${version} ${vector}`}><th scope="row">{version ?? '–'}</th><td>{score === null ? '–' : <NumberText value={score} />}</td><td>{vector === null ? '–' : <code>{vector}</code>}</td></tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What the scanner says that it is. All of it is hostile text: nothing of it is markup, and only addresses of the web can be followed. */
export const What = ({ details }: { readonly details: FlawDetails | null }) => {
  const t = useText(messages).flaws.what
  const ids = details === null ? [] : [...new Set(Object.values(details.identifiers).flat())]
  const references = [...new Set(details?.references ?? [])]
  const nothing = details === null || (details.description === null && details.solution === null && ids.length + references.length + details.cvss.length === 0)
  return (
    <Section title={t.title}>
      {nothing ? <p className="hg-muted">{t.none}</p> : (
        <dl className="vn-pairs">
          {details.description !== null && <div><dt>{t.description}</dt><dd><Words text={details.description} /></dd></div>}
          {details.solution !== null && <div><dt>{t.solution}</dt><dd><Words text={details.solution} /></dd></div>}
          {ids.length > 0 && <div><dt>{t.identifiers}</dt><dd><ul className="vn-ids">{ids.map((id) => <Identifier key={id} id={id} />)}</ul></dd></div>}
          {details.cvss.length > 0 && <div><dt>{t.cvss}</dt><dd><Scores cvss={details.cvss} /></dd></div>}
          {details.reportedSeverity !== null && <div><dt>{t.reported}</dt><dd>{details.reportedSeverity}</dd></div>}
          {references.length > 0 && <div><dt>{t.references}</dt><dd><References all={references} /></dd></div>}
        </dl>
      )}
    </Section>
  )
}
