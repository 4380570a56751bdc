import { register } from '@heng/server-kit'
import { appetitePosition as noun } from '../../contract/position.ts'

/** Computed, so nothing writes it but the check. */
export const position = register(noun, { table: 'appetite_position', defaultSort: '-currentLevel', importable: false, searchable: false, frozen: () => true })
