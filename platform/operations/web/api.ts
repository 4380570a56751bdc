import { apiFor } from '@heng/web-kit'
import { operations } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(operations)
