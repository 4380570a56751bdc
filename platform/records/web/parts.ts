/** What other rooms may show: changes of fields as the history does. */
export { Changes, PlainValue, useFieldNames, useFieldValue, type Change, type ChangesProps } from './history/Changes.tsx'
export { Bones } from './parts/Bones.tsx'
