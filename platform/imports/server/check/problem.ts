/** What is wrong with a row, as it is stored: the words are found when somebody reads it, in their language. */
export interface Problem {
  readonly field: string | null
  /** Index of the column from 0. */
  readonly column: number | null
  readonly code: string
  readonly params?: Readonly<Record<string, unknown>> | undefined
}
