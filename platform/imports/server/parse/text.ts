import { controlCharacter } from './fold.ts'
import { refuse, value, type Outcome } from './outcome.ts'

/** A text of at most `max` UTF-16 code units, as the API would take it. */
export const parseText =
  (max: number) =>
  (text: string): Outcome => {
    if (controlCharacter.test(text)) return refuse('controlCharacter')
    return text.length > max ? refuse('tooLong', { maximum: max }) : value(text)
  }
