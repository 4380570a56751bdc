import type { Wording } from '@heng/contract'

export interface NamedRisk {
  readonly id: string
  readonly reference: string
  readonly title: Wording
}

export interface NamedRisks {
  /** How many there are in all. */
  readonly count: number
  /** The highest of them by current level. */
  readonly risks: readonly NamedRisk[]
}

/** What a statement answers that names each risk once, however often it is told. */
export interface Told {
  readonly key: string
  readonly count: number
  readonly ids: readonly string[]
}

/** Risks by key, each with its name. */
export const namedFrom = (row: { readonly asked: readonly Told[] | null; readonly named: readonly NamedRisk[] | null } | undefined): Map<string, NamedRisks> => {
  const risks = new Map((row?.named ?? []).map((risk) => [risk.id, risk]))
  return new Map((row?.asked ?? []).map(({ key, count, ids }) => [key, { count, risks: ids.map((id) => risks.get(id)!) }]))
}
