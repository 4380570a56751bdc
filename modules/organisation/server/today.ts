import type { Ctx } from '@heng/server-kit'

/** The day it is in the organisation's time zone, `YYYY-MM-DD`. */
export const today = ({ now, org }: Pick<Ctx, 'now' | 'org'>): string => new Intl.DateTimeFormat('en-CA', { timeZone: org.timezone, dateStyle: 'short' }).format(now)
