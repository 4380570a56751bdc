import { contradictedOf } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import type { DriftedLine, EvidencedControl, SoaDrift } from '../../contract/evidence.ts'
import { ruleFrom } from '../evidence/controls.ts'
import { supportMethod } from '../line/support.ts'
import { soaById } from '../soa/store.ts'
import { standingLines, type StandingLine } from './lines.ts'

/** Risks named behind a line; all of them are counted. */
const risksNamed = 5

const briefOf = ({ id, ref, titleEn, titleZh }: StandingLine) => ({ id, ref, titleEn, titleZh })

/** When the last of the controls became what it is; states are dated by day, tests by instant. */
const since = (controls: readonly EvidencedControl[]): string | null => {
  const moments = controls.filter((c) => c.state !== 'retired').flatMap((c) => (c.state === 'implemented' ? [c.at ?? c.stateSince] : [c.stateSince])).filter((at) => at !== null)
  return moments.length === 0 ? null : moments.reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b))
}

/**
 * Where a version states something else than the tests of its controls support, with the reason down to each control and the risks whose rating the same
 * evidence contradicts. Whatever the number of lines: five statements for a submitted version, six for a draft.
 */
export const drift = async (ctx: Ctx, { id }: { id: string }): Promise<SoaDrift> => {
  const soa = await soaById(ctx, id)
  const lines = (await standingLines(ctx, soa)).filter((line) => line.applicable === 'yes')
  const drifted = lines.filter((line) => line.evidence.drift !== null)
  const contradicted = await contradictedOf(ctx, drifted.map(({ ref, evidence, risks }) => ({ key: ref, controls: evidence.controls.map((c) => c.id), risks })), risksNamed)
  const notAssessed = lines.filter((line) => line.evidence.supported === null)
  const stale = lines.filter((line) => line.evidence.stale)
  const count = (which: 'less' | 'more') => drifted.filter((line) => line.evidence.drift === which).length
  return {
    soa: { id: soa.id, reference: soa.reference, number: soa.number, state: soa.state, approvedAt: soa.approvedAt },
    rule: ruleFrom(supportMethod),
    // What falls short of the statement matters most.
    lines: drifted.toSorted((a, b) => Number(a.evidence.drift === 'more') - Number(b.evidence.drift === 'more')).map((line): DriftedLine => ({
      ...briefOf(line),
      ...line.evidence,
      drift: line.evidence.drift!,
      version: line.version, stated: line.stated, overrideReason: line.overrideReason, since: since(line.evidence.controls),
      contradicted: { count: contradicted.get(line.ref)?.count ?? 0, risks: [...(contradicted.get(line.ref)?.risks ?? [])] },
    })),
    notAssessed: notAssessed.map((line) => ({ ...briefOf(line), why: line.evidence.why === 'none' ? 'none' : 'untested', stated: line.stated })),
    stale: stale.map(briefOf),
    counts: {
      applicable: lines.length, agreeing: lines.length - drifted.length - notAssessed.length, less: count('less'), more: count('more'),
      notAssessed: notAssessed.length, stale: stale.length,
    },
  }
}
