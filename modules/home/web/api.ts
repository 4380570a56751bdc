import { apiFor } from '@heng/web-kit'
import { home } from '../contract/index.ts'

export const api = apiFor({ home }).home
