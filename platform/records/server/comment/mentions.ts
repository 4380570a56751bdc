import { invalid } from '@heng/contract'
import { labelsFor, type Ctx } from '@heng/server-kit'
import { mentionsOf } from '../../contract/comment.ts'

/** Persons that a text mentions; throws when one of them is not in this organisation. */
export const checkedMentions = async (ctx: Ctx, body: string): Promise<string[]> => {
  const mentions = mentionsOf(body)
  const known = await labelsFor(ctx, 'person', mentions)
  if (mentions.some((id) => known[id] === undefined)) throw invalid('body', 'mention')
  return mentions
}
