import type { AnyRegister } from '@heng/server-kit'
import type { Mapping } from '../../contract/index.ts'

/**
 * Mapped fields by which a row may name another row of its own file, such as the parent of a unit. Fields that decide
 * who may see a record are not among them: they must be known when the row is judged.
 */
export const siblingFields = ({ noun }: Pick<AnyRegister, 'noun'>, { columns }: Pick<Mapping, 'columns'>): string[] =>
  columns.map(({ field }) => field).filter((name) => {
    const field = noun.fields[name]
    return field?.target === noun.name && field.kind !== 'records' && name !== noun.unit && noun.owners?.includes(name) !== true
  })
