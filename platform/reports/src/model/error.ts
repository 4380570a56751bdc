/** `invalid`: the model breaks a rule; `too-large`: beyond a format's limit; `busy`: too many reports wait; `time-limit`; `failed`: the worker died; `altered`: a stored report is not what was written. */
export type ReportErrorCode = 'invalid' | 'too-large' | 'busy' | 'time-limit' | 'failed' | 'altered'

/** Why a report could not be made. `place` is a path into the model, such as `sections[2].blocks[0].columns[1].key`. */
export class ReportError extends Error {
  readonly code: ReportErrorCode
  readonly place: string

  readonly problem: string

  constructor(code: ReportErrorCode, place: string, problem: string) {
    super(place === '' ? problem : `${place}: ${problem}`)
    this.problem = problem
    this.name = 'ReportError'
    this.code = code
    this.place = place
  }
}
