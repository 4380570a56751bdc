import type { Kit } from '@heng/server-kit'

export interface Size {
  readonly assets: number
  /** Scenarios proposed by the knowledge base, each confirmed as a risk and rated. */
  readonly scenarios: number
  readonly people: number
  readonly units: number
  readonly seed: number
}
/** What the measures are stated for. */
export const standardSize: Size = { assets: 10_000, scenarios: 50_000, people: 500, units: 60, seed: 20_260_101 }

export interface Account {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: string
}
export const accountsOf = (slug: string): { readonly manager: Account; readonly board: Account } => ({
  manager: { name: '林管理', email: `manager@${slug}.example`, password: 'bench-manager-of-the-house-7', role: 'ismsManager' },
  board: { name: '王董事', email: `board@${slug}.example`, password: 'bench-board-of-the-house-7', role: 'topManagement' },
})

export const registerOf = (kit: Kit, noun: string) => {
  const found = kit.registers.get(noun)
  if (found === undefined) throw new Error(`no room brings the noun "${noun}"`)
  return found
}
