import { register, type Draft } from '@heng/server-kit'
import { asset as noun } from '../../contract/asset.ts'

const derive = (_ctx: unknown, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) {
    const parts = [after.confidentiality, after.integrity, after.availability] as (number | null)[]
    after.value = parts.includes(null) ? null : Math.max(...(parts as number[]))
  }
}

export const asset = register(noun, { table: 'asset', derive })
