import { apiFor } from '@heng/web-kit'
import { reporting } from '../contract/index.ts'

export const api = apiFor(reporting).report
