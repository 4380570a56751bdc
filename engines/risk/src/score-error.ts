import type { Text } from './text.ts'

/** What was wrong with a request for a score; stable, for programs. */
export type ScoreErrorCode =
  | 'unknown-method'
  | 'definition-required'
  | 'definition-mismatch'
  | 'invalid-definition'
  | 'invalid-input'
  | 'invalid-argument'
  | 'duplicate-factor'
  | 'unknown-factor'
  | 'missing-factor'
  | 'value-out-of-scale'
  | 'invalid-json'
  | 'line-too-long'

/**
 * A refusal, returned rather than thrown: which field, what is allowed there, and a sentence in both languages.
 * `field` is null where no single field is at fault. Serialises to JSON as it stands.
 */
export class ScoreError {
  readonly code: ScoreErrorCode
  readonly field: string | null
  readonly allowed: readonly string[]
  readonly message: Text

  constructor(code: ScoreErrorCode, field: string | null, allowed: readonly string[], message: Text) {
    this.code = code
    this.field = field
    this.allowed = allowed
    this.message = message
  }
}
