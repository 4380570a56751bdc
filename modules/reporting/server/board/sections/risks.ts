import { NOT_ASSESSED, type Section } from '@heng/reports'
import type { HighestRisk } from '@heng/risks/reads'
import { messages as riskMessages } from '@heng/risks/locales'
import { assurance } from '../figures.ts'
import { most, type BoardMaterial } from '../gather.ts'
import { say, short, type Words } from '../words.ts'

/** Option, and the acceptance where there is one: what is done about a risk, in a few words. */
const treatment = ({ option, acceptance, acceptedUntil, openMeasures }: HighestRisk, { t, locale, day }: Words): string => {
  const { values } = riskMessages[locale].nouns.risk
  if (option === null) return t.risks.undecided
  const parts = [
    values.option[option],
    ...(openMeasures > 0 ? [say(t.risks.openMeasures, { n: openMeasures })] : []),
    ...(acceptance === 'none' ? [] : [acceptedUntil === null || acceptance !== 'accepted' ? say(t.risks.acceptance, { state: values.acceptance[acceptance as 'accepted'] }) : say(t.risks.acceptedUntil, { day: day(acceptedUntil) })]),
  ]
  return parts.join(t.comma)
}

/** The highest risks with owner, treatment and next day. */
export const highest = (m: BoardMaterial, w: Words): Section | null => {
  if (m.map.total === 0) return null
  const { t } = w
  const assessed = m.map.total - m.map.notAssessed
  return {
    heading: t.risks.heading, basis: say(t.risks.basis, { n: m.highest.length, all: assessed }),
    blocks: m.highest.length === 0 ? [{ type: 'paragraph', text: t.risks.none }] : [{
      type: 'table',
      columns: [
        { key: 'risk', title: t.risks.risk, weight: 14 }, { key: 'level', title: t.risks.level, kind: 'level', scale: 'risk', weight: 2.6 },
        { key: 'residual', title: t.risks.residual, kind: 'level', scale: 'risk', weight: 3 }, { key: 'owner', title: t.risks.owner, weight: 3 },
        { key: 'treatment', title: t.risks.treatment, weight: 6 }, { key: 'next', title: t.risks.next, kind: 'date', weight: 3 },
      ],
      rows: m.highest.map((risk) => ({
        risk: `${risk.reference} ${short(risk.title)}`, level: String(risk.level), residual: risk.residual === null ? NOT_ASSESSED : String(risk.residual),
        owner: risk.owner === null ? t.risks.noOwner : short(risk.owner, 24), treatment: treatment(risk, w), next: risk.nextDue ?? '–',
      })),
    }],
  }
}

/** Ratings that the tests of controls contradict. That none can be, since nothing is tested, is told as such. */
export const contradicted = (m: BoardMaterial, w: Words): Section | null => {
  if (m.map.total === 0) return null
  const { t } = w
  const { count, risks } = m.contradicted
  const { effective, partly, ineffective, stale } = assurance(m)
  const none = effective + partly + ineffective + stale === 0 ? t.contradicted.untested : t.contradicted.none
  return {
    heading: t.contradicted.heading, basis: t.contradicted.basis,
    blocks: count === 0 ? [{ type: 'paragraph', text: none }] : [
      {
        type: 'table',
        columns: [
          { key: 'risk', title: t.risks.risk, weight: 12 }, { key: 'level', title: t.contradicted.rated, kind: 'level', scale: 'risk', weight: 3 },
          { key: 'evidenced', title: t.contradicted.evidenced, kind: 'level', scale: 'risk', weight: 3 }, { key: 'owner', title: t.risks.owner, weight: 4 },
        ],
        rows: risks.map((r) => ({
          risk: `${r.reference} ${short(r.title)}`, level: r.level === null ? NOT_ASSESSED : String(r.level), evidenced: r.evidenced === null ? NOT_ASSESSED : String(r.evidenced), owner: r.owner === null ? t.risks.noOwner : short(r.owner, 24),
        })),
      },
      ...(count > most.contradicted ? [{ type: 'paragraph' as const, text: say(t.more, { n: count - risks.length }) }] : []),
    ],
  }
}
