import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

// Loaded only when somebody sets a password: the word lists take memory that a plain start does not need.
const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 128 })

/** What is left of a password without the words that everybody knows about its owner. */
const withoutKnown = (password: string, known: readonly string[]): string =>
  known.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '')

export const judge = (password: string, about: readonly string[]): 'common' | 'guessable' | 'good' => {
  const known = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2)
  const { guesses, sequence } = zxcvbn.check(password, known)
  if (sequence.length === 1 && 'dictionaryName' in sequence[0]!) return 'common'
  // Three known words in a row count as 10⁸ guesses already, so name, company and a year would pass.
  const own = withoutKnown(password, known)
  return guesses < 1e8 || (own.length < 8 && own.length < password.length - 2) ? 'guessable' : 'good'
}
