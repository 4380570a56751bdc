import { openStates } from '../../contract/index.ts'

const dayMs = 86_400_000

/** Whole days from one calendar day (`2026-05-01`) to another; negative when it is past. */
export const daysUntil = (day: string, today: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs)

export const isOpenState = (state: unknown): boolean => (openStates as readonly unknown[]).includes(state)
