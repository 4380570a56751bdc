import type { FormOverrides } from '@heng/web-kit'
import { ScheduleInput } from '../schedule/ScheduleInput.tsx'

export const testForm: FormOverrides = { schedule: (props) => <ScheduleInput {...props} /> }
/** What of a result comes from carrying it out, on the page for that. */
export const resultForm: FormOverrides = { items: null, conclusion: null, rationale: null }

/** What a new procedure starts with: the sample that most auditors would ask for, and a tester of one's own. */
export const testDefaults = { kind: 'operating', state: 'active', independence: 'required', schedule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', graceDays: 14, confidence: 90, tolerableRate: 10 }
