import { hidden, looksRandom, withoutKeys } from './secretShapes.ts'
import { masked } from './secrets.ts'

const redacted = /[*•]{3}|…/

/** Ways in which a secret is written in texts; of one of several lines each long one is a secret. */
const formsOf = (secret: string): string[] => {
  const lines = secret.split(/\r?\n/).map((line) => line.trim()).filter((line) => line.length >= 8 && !line.startsWith('-----'))
  const all = lines.length === 1 || !/[\r\n]/.test(secret) ? [secret] : [secret, ...lines]
  return [...all, ...all.map((one) => JSON.stringify(one).slice(1, -1)), ...all.flatMap((one) => (one.isWellFormed() ? encodeURIComponent(one) : []))]
}

const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}_]/u.test(c)

/** A short one only where it stands alone: letters stand in words, too. */
const withoutOne = (text: string, form: string): string => {
  const [parts, instead]: [string[], string] = [[], hidden(form)]
  let done = 0
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, Math.max(done, at + 1))) {
    if (form.length < 4 && (isWord(text[at - 1]) || isWord(text[at + form.length]))) continue
    parts.push(text.slice(done, at), instead)
    done = at + form.length
  }
  return parts.join('') + text.slice(done)
}

const longRuns = /[\w+/=.~-]{20}[\w+/=.~-]*/g
const isCommit = (text: string): boolean => /^(?:[\da-f]{40}|[\da-f]{64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.test(text)

/**
 * A text of a finding of a tool that looks for secrets: without those that it found, wherever they stand, without any other text that looks as if a machine had made it up (commits
 * and UUIDs aside), and `masked`. O(length × secrets).
 */
export const maskedOf = (secrets: readonly string[]): ((text: string, isPath?: boolean) => string) => {
  const forms = [...new Set(secrets.map((secret) => secret.trim()).filter((secret) => /[\p{L}\p{N}]/u.test(secret) && !redacted.test(secret)).flatMap(formsOf))].toSorted((a, b) => b.length - a.length)
  return (text, isPath = false) => {
    const without = masked(forms.reduce(withoutOne, withoutKeys(text)))
    return isPath ? without : without.replace(longRuns, (run) => (looksRandom(run) && !isCommit(run) ? hidden(run) : run))
  }
}
