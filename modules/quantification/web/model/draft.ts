import { lossModel, type LossModel } from '../../contract/index.ts'

type Loose<T> = T extends readonly (infer E)[] ? readonly E[] : T extends object ? { readonly [K in keyof T]?: Loose<T[K]> | undefined } : T
/** A model that is still being written: any number may be missing. */
export type DraftModel = Loose<LossModel>
export type DraftFrequency = NonNullable<DraftModel['frequency']>
export type DraftMagnitude = NonNullable<DraftModel['magnitude']>

export const newModel: DraftModel = { frequency: { between: {} }, magnitude: { lognormal: {} } }

/** The one way of several in which something is said. */
export const wayOf = <T extends object>(said: T | undefined, otherwise: keyof T & string): keyof T & string =>
  (Object.entries(said ?? {}).find(([, value]) => value !== undefined)?.[0] as (keyof T & string) | undefined) ?? otherwise

/** The model once everything is there and fits; null before. */
export const complete = (draft: DraftModel | null | undefined): LossModel | null => {
  const read = lossModel.safeParse(draft)
  return read.success ? read.data : null
}
