import { register } from '@heng/server-kit'
import { asset as noun } from '../../contract/asset.ts'
import { deriveValue } from './value.ts'

export const asset = register(noun, { table: 'asset', derive: deriveValue })
