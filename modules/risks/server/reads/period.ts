/** Days from the first to the last, both included, by the organisation's calendar. */
export interface Period {
  /** `YYYY-MM-DD` */
  readonly from: string
  readonly to: string
}
