import { useNounNamed } from '@heng/web-kit'
import { useWords } from '../text.ts'

type Words = Readonly<Record<string, string>>

/** What an action is called: in the noun's own words, else in those that all share, else as it is. */
export const useActionWord = (noun: string): ((action: string) => string) => {
  const own = useNounNamed(noun)?.text.actions
  const common: Words = useWords().history.actions
  return (action) => own?.[action] ?? common[action] ?? action
}

/** What a noun is called, also one without a register. */
export const useNounWord = (noun: string): string => {
  const kit = useNounNamed(noun)
  const others: Readonly<Record<string, { readonly one: string } | undefined>> = useWords().history.others
  return kit?.text.one ?? others[noun]?.one ?? noun
}
