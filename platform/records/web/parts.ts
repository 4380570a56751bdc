/** What other rooms may show: changes of fields as the history does. */
export { Changes, PlainValue, useFieldNames, useFieldValue, type Change, type ChangesProps } from './history/Changes.tsx'
export { useActionWord } from './history/words.ts'
export { fileAddress } from './files/upload.ts'
export { formatSize } from './files/size.ts'
export { Bones } from './parts/Bones.tsx'
/** Taking files by drag or choice, and their way to the server. */
export { DropZone } from './files/DropZone.tsx'
export { useUploads, type Upload } from './files/useUploads.ts'
