import type { Translation } from '@heng/contract'
import type { pages as en } from './en.ts'

export const pages = { pages: {} } satisfies Translation<typeof en>
