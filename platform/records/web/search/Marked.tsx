import type { ReactNode } from 'react'
import type { Matches } from '../../contract/index.ts'

/** A text with the places marked where the words were found. */
export const Marked = ({ text, matches }: { readonly text: string; readonly matches: Matches }) => {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, length] of matches) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, start + length)}</mark>)
    at = start + length
  }
  return <>{parts}{text.slice(at)}</>
}
