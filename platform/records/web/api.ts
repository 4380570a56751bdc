import { apiFor } from '@heng/web-kit'
import { records } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(records)
