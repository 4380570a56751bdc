import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

// Loaded only when somebody sets a password: the word lists take memory that a plain start does not need.
const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 128 })

export const judge = (password: string, about: readonly string[]): 'common' | 'guessable' | 'good' => {
  const known = about.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2)
  const { guesses, sequence } = zxcvbn.check(password, known)
  if (sequence.length === 1 && 'dictionaryName' in sequence[0]!) return 'common'
  return guesses < 1e8 ? 'guessable' : 'good'
}
