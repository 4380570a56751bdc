/** Figures carry it; a change of any rule of this folder is a new version. */
export const effectivenessMethod = { id: 'control-effectiveness', version: '1.0.0' } as const

/** What people's conclusion allows at most, in percent, whatever a sample says. */
export const allowed = { effective: 100, partlyEffective: 50, ineffective: 0 } as const

/** A control that is not in operation has no effect, known without a test. */
export const operating: ReadonlySet<string> = new Set(['implemented'])
