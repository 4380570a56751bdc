/** What a control that stands outside a form's item is told about itself. */
export interface ControlAria {
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-describedby'?: string
  readonly status?: 'error'
}
