import { HengError, invalid } from '@heng/contract'
import { reach, register, type Ctx, type Draft } from '@heng/server-kit'
import { control as noun } from '../../contract/control.ts'
import { messages } from '../../locales/index.ts'
import { deriveEffectiveness, tellMoved } from '../effectiveness/derive.ts'
import { beyondReporting, dayIn, stateSince } from './rules.ts'

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  for (const { before, after } of drafts) after.stateSince = stateSince(before, after, today)
  await deriveEffectiveness(ctx, drafts)
}

/** Whoever reaches a control only as its owner reports on it; what it is and whom it binds is not theirs to change. */
const checkOwners = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const by = reach(ctx, 'control:write')
  if (by.kind === 'all') return
  const units = by.kind === 'some' ? by.unitIds : []
  for (const { before, after } of drafts) {
    const unit = (before ?? after).unit as string | null
    if (unit !== null && units.includes(unit)) continue
    const beyond = beyondReporting(Object.keys(noun.fields), before, after)
    if (beyond.length === 0) continue
    const names = messages[ctx.locale].nouns.control.fields as Readonly<Record<string, string>>
    throw new HengError('control.ownLimits', { status: 403, params: { fields: beyond.map((key) => names[key] ?? key).join(', ') } })
  }
}

const check = (ctx: Ctx, drafts: readonly Draft[]): void => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  for (const { after } of drafts) {
    if (after.stateSince !== null && String(after.stateSince) > today) throw invalid('stateSince', 'future')
    if (after.documentLink != null && !/^https?:\/\//i.test(String(after.documentLink))) throw invalid('documentLink', 'webAddress')
  }
  checkOwners(ctx, drafts)
}

export const control = register(noun, {
  table: 'control',
  defaultSort: 'reference',
  derive,
  check,
  afterwards: (ctx, drafts) => tellMoved(ctx, drafts, 'state'),
  links: { requirements: { table: 'control_requirement', own: 'control', other: 'requirement' } },
})
