import { register } from '@heng/server-kit'
import { approval as noun } from '../../contract/noun.ts'

/**
 * Makes approvals known to what treats all nouns alike: search, history, names of references. Its basic verbs are not
 * offered; approvals are written by the verbs of this room alone.
 */
export const approval = register(noun, { table: 'approval' })
