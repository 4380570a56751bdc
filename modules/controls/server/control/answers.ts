import type { AnswerSource } from '@heng/frameworks/reads'
import { allows } from '@heng/server-kit'
import { bestState } from './rules.ts'
import { statesOfFrameworks } from './store.ts'

/** What frameworks may know of controls: how many answer a requirement, and the best state among them. */
export const controlAnswers: AnswerSource = {
  name: 'controls',
  answers: async (ctx, frameworkIds) => {
    if (!allows(ctx, 'control:coverage')) return null
    return (await statesOfFrameworks(ctx, frameworkIds)).map(({ requirement, framework, states }) => ({
      requirement,
      framework,
      controls: states.length,
      state: bestState(states)!,
    }))
  },
}
