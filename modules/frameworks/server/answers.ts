import { extensionPoint, type Ctx } from '@heng/server-kit'

/** How far one requirement is answered: by how many controls, and the best state among them. */
export interface Answer {
  readonly requirement: string
  readonly framework: string
  readonly controls: number
  readonly state: 'implemented' | 'inProgress' | 'notWorking' | 'planned' | 'retired'
}

/** What an upper room knows about requirements being answered; null where the caller may not know it. */
export interface AnswerSource {
  readonly name: string
  /** Answers of the assessable requirements of these frameworks; requirements without any are left out. One statement. */
  readonly answers: (ctx: Ctx, frameworkIds: readonly string[]) => Promise<readonly Answer[] | null>
}

/** Where the room of controls plugs in, so that a framework can show its coverage without knowing of controls. */
export const answerSources = extensionPoint<AnswerSource>('frameworks.answers')

/** Answers from all sources; null where there is no source that the caller may ask. */
export const answersFor = async (ctx: Ctx, frameworkIds: readonly string[]): Promise<readonly Answer[] | null> => {
  const found = await Promise.all(answerSources.of(ctx.kit).map((source) => source.answers(ctx, frameworkIds)))
  const known = found.filter((answers) => answers !== null)
  return known.length === 0 ? null : known.flat()
}
