import { labelsFor, rowsByIds, type Ctx, type DomainEvent } from '@heng/server-kit'
import { recordPath } from '../links.ts'
import { notify } from '../notice/notify.ts'
import { bothLanguages } from '../work/notices.ts'

interface Mentioned {
  readonly id: string
  readonly noun: string
  readonly recordId: string
  readonly mentions: readonly string[]
  readonly authorId: string | null
}

/** Who is mentioned in a comment is told by whom and where. The record is named by its reference only: whether its title may be read, its own page decides. */
export const tellMentioned = async (ctx: Ctx, { payload }: DomainEvent): Promise<void> => {
  const { id, noun, recordId, mentions, authorId } = payload as Mentioned
  const told = mentions.filter((person) => person !== authorId)
  if (told.length === 0) return
  const author = authorId === null ? undefined : (await labelsFor(ctx, 'person', [authorId]))[authorId]
  const reg = ctx.kit.registers.get(noun)
  const [row] = reg === undefined ? [] : await rowsByIds(ctx, reg, [recordId])
  await notify(ctx, told.map((person) => ({
    person,
    kind: 'mention' as const,
    title: bothLanguages((m) => m.mention, () => ({ author: author?.text ?? 'Heng', reference: row?.reference ?? '' })),
    link: recordPath(ctx.kit, noun, recordId),
    key: `mention:${id}`,
  })))
}
