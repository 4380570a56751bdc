import type { Translation } from '@heng/contract'
import type { pageTexts as en } from './pages.en.ts'

export const pageTexts = { page: {} } satisfies Translation<typeof en>
