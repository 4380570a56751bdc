import { requirementsOfControls } from '@heng/controls/reads'
import { fill, listed, type Locale } from '@heng/contract'
import type { Ctx, Subscription } from '@heng/server-kit'
import { closeWork, openWork, openWorkOn } from '@heng/work/reads'
import { messages } from '../../locales/index.ts'
import { whatMoved } from '../evidence/because.ts'
import { controlsInWords } from '../evidence/words.ts'
import { supersededVersions, versionInForce, type SoaRow } from '../soa/store.ts'
import { standingLines, type StandingLine, type Which } from './lines.ts'

const kind = 'soa.drift'
/** So many lines are numbered in the title and told in the instructions. */
const told = 8

const drifts = (line: StandingLine): boolean => line.applicable === 'yes' && line.evidence.drift !== null

const words = (soa: SoaRow, lines: readonly StandingLine[], moved: Record<Locale, string> | null) => {
  const inOne = (locale: Locale): string => {
    const t = messages[locale].soa.drift
    const refs = listed(locale, lines.slice(0, told).map((l) => l.ref)) + (lines.length > told ? fill(t.moreLines, { count: lines.length - told }) : '')
    return fill(moved === null ? t.workAtOnce : t.work, { number: soa.number, lines: refs, moved: moved?.[locale] })
  }
  return { en: inOne('en'), 'zh-CN': inOne('zh-CN') }
}

/** What each line states, what its controls show instead, and which they are; in the organisation's language. */
const instructions = (ctx: Ctx, lines: readonly StandingLine[]): string => {
  const { soa: { drift: t }, nouns } = messages[ctx.org.locale]
  const named = nouns.soaLine.values.implementation
  const shown = lines.slice(0, told).map((line) => fill(t.line, {
    ref: line.ref, stated: line.stated === null ? t.nothing : named[line.stated], supported: named[line.evidence.supported!], controls: controlsInWords(ctx.org.locale, line.evidence.controls),
  }))
  return [...shown, t.todo].join('\n').slice(0, 4_000)
}

const ask = async (ctx: Ctx, soa: SoaRow, lines: readonly StandingLine[], moved: Record<Locale, string> | null): Promise<void> => {
  await openWork(ctx, [{
    kind, role: 'ismsManager', title: words(soa, lines, moved), instructions: instructions(ctx, lines),
    subject: { noun: 'soa', id: soa.id, reference: soa.reference }, link: `soa/${soa.id}/drift`,
  }])
}

/** Which lines these controls bear on. */
const linesOf = async (ctx: Ctx, controls: readonly string[]): Promise<Which> => {
  const own = new Set(controls)
  const requirements = new Set([...(await requirementsOfControls(ctx, controls)).values()].flat())
  return (line) => (line.requirement === null ? line.control !== null && own.has(line.control) : requirements.has(line.requirement))
}

/**
 * What moved is looked up in the version in force, those lines only (every line where a control was edited). Where one of them no longer says what its controls show, whoever manages the ISMS is
 * asked; where none of all lines does any more, that work is over. A version in force itself never changes.
 */
const follow = async (ctx: Ctx, controls: readonly string[], why: string): Promise<void> => {
  const soa = await versionInForce(ctx)
  if (soa === null) return
  // An edited control does not tell which requirements it no longer answers.
  const isWide = why === 'changed'
  const drifted = (await standingLines(ctx, soa, isWide ? null : await linesOf(ctx, controls))).filter(drifts)
  const open = await openWorkOn(ctx, [{ kind, id: soa.id }])
  if (drifted.length > 0) {
    // Work that stands already keeps saying what began it, unless a test has moved.
    if (open.length === 0 || !isWide) await ask(ctx, soa, drifted, await whatMoved(ctx, controls, why))
  } else if (open.length > 0 && (isWide || !(await standingLines(ctx, soa)).some(drifts))) await closeWork(ctx, { kind, subject: { id: soa.id } })
}

/** A version that has just come into force takes the place of the one before, also for what is to be done about it. */
const onApproved = async (ctx: Ctx): Promise<void> => {
  await closeWork(ctx, { kind, subject: { id: await supersededVersions(ctx) } })
  const soa = await versionInForce(ctx)
  const drifted = soa === null ? [] : (await standingLines(ctx, soa)).filter(drifts)
  if (soa !== null && drifted.length > 0) await ask(ctx, soa, drifted, null)
}

const onControl = (event: string, why?: string): Subscription => ({
  name: `applicability.drift.${event}`,
  event,
  handle: async (ctx, { payload }) => {
    const { ids, reason } = payload as { ids?: readonly string[]; reason?: string }
    if (ids !== undefined && ids.length > 0) await follow(ctx, ids, why ?? reason ?? 'result')
  },
})

export const driftWork: readonly Subscription[] = [
  onControl('control.effectivenessMoved'),
  onControl('control.created', 'changed'),
  onControl('control.updated', 'changed'),
  onControl('control.archived', 'gone'),
  onControl('control.restored', 'back'),
  { name: 'applicability.drift.soa.approved', event: 'soa.approved', handle: (ctx) => onApproved(ctx) },
]
