import { register } from '@heng/server-kit'
import { site as noun } from '../../contract/site.ts'

export const site = register(noun, { table: 'site', defaultSort: 'name' })
