/** What answers a breach, with how the record that it rests on stands now. */
export type Answer =
  | { readonly kind: 'treatment'; readonly state: string | null; readonly due: string | null }
  | { readonly kind: 'acceptance'; readonly accepted: boolean }
  | { readonly kind: 'exception'; readonly until: string; /** Level it was granted at; null where only amounts were beyond. */ readonly level: number | null }

export type Reopening = 'exceptionEnded' | 'acceptanceEnded' | 'measureLate' | 'measureCancelled' | 'measureTooWeak' | 'risen'

/**
 * Why an answer no longer holds for a risk that is still beyond tolerance; null while it does. Days are `YYYY-MM-DD` of the
 * organisation; `level` is today's.
 */
export const lapsed = (answer: Answer, today: string, level: number | null): Reopening | null => {
  switch (answer.kind) {
    case 'acceptance': return answer.accepted ? null : 'acceptanceEnded'
    case 'exception':
      if (answer.until < today) return 'exceptionEnded'
      return answer.level !== null && level !== null && level > answer.level ? 'risen' : null
    case 'treatment':
      if (answer.state === null || answer.state === 'cancelled') return 'measureCancelled'
      // Verified, and the risk is beyond tolerance all the same.
      if (answer.state === 'verified') return 'measureTooWeak'
      return answer.state !== 'done' && answer.due !== null && answer.due < today ? 'measureLate' : null
  }
}
