import type { Draft } from './draft.ts'
import type { Severity, Stance } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { dayFirst, firstAddress, labelled, linksIn, plain, together } from './web.ts'

/** A vulnerability of Invicti, Netsparker or Acunetix 360, by the names that JSON and XML share; those in lower case and without hyphens. */
export interface InvictiIssue {
  readonly of: (name: string) => string | null
  readonly cwe: readonly (string | null)[]
  readonly cvss: NonNullable<Draft['cvss']>
  readonly wasc: string | null
  /** Flaws of the software that was found out of date. */
  readonly known: readonly string[]
  readonly evidence: Readonly<Record<string, string | null>>
  /** Days of the report, to know in which order it writes day and month. */
  readonly days: readonly (string | null)[]
  readonly record: string
}

const derived: Readonly<Record<string, Severity>> = { bestpractice: 'none', 'best practice': 'none', important: 'high' }

const stanceOf = (state: string): Stance =>
  /false\s*positive/i.test(state) ? 'false-positive' : /accepted/i.test(state) ? 'accepted' : /ignored/i.test(state) ? 'suppressed' : /\bfixed\b/i.test(state) && !/not\s*fixed|unconfirmed/i.test(state) ? 'fixed' : 'open'

/** Day and month, or month and day, where one of the days tells; null where none does. */
const orderOf = (days: readonly (string | null)[]): 'dmy' | 'mdy' | null => {
  for (const day of days) {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(day?.trim() ?? '')
    if (found !== null && Number(found[1]) > 12) return 'dmy'
    if (found !== null && Number(found[2]) > 12) return 'mdy'
  }
  return null
}

/** https://www.invicti.com/support/vulnerabilities-list-report/ */
export const draftOfInvicti = ({ of, cwe, cvss, wasc, known, evidence, days, record }: InvictiIssue): Draft => {
  const texts = [of('description'), of('impact')]
  const solutions = [of('remedialprocedure'), of('remedialactions'), of('remedy'), of('actionstotake')]
  const references = [of('externalreferences'), of('remedyreferences')]
  const order = orderOf([of('firstseendate'), of('lastseendate'), ...days])
  const day = (written: string | null) => (written === null || !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(written.trim()) ? written : order === null ? null : dayFirst(written, order))
  return {
    rule: of('type'), title: of('name') ?? of('title'),
    description: together(...texts.map(plain)), solution: together(...solutions.map(plain)), references: linksIn(...references, ...texts, ...solutions),
    identifiers: joined(
      { cwe: cwe.flatMap((list) => (list ?? '').split(',').flatMap(cweOf)), other: (wasc ?? '').split(',').map((n) => n.trim()).filter((n) => /^\d+$/.test(n)).map((n) => `WASC-${n}`) },
      identifiersIn(of('name'), ...texts, ...references, ...known),
    ),
    cvss, severity: of('severity'), ...(derived[(of('severity') ?? '').toLowerCase()] === undefined ? {} : { derived: derived[of('severity')!.toLowerCase()]! }),
    stance: stanceOf(of('state') ?? ''), ...firstAddress(of('url')),
    evidence: together(
      labelled({
        Proof: plain(of('proofofconcept')), Certainty: of('certainty'), Confirmed: of('confirmed'), 'Known vulnerabilities': known.length === 0 ? null : known.join('\n'),
        Exploitation: plain(of('exploitationskills')),
      }),
      labelled(evidence),
    ),
    firstSeen: day(of('firstseendate') ?? days[0] ?? null), lastSeen: day(of('lastseendate') ?? days[0] ?? null), record,
  }
}
