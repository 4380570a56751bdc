import type { Translation } from '@heng/contract'
import type { page as en } from './page.en.ts'

export const page = { tab: '计划中的变更' } satisfies Translation<typeof en>
