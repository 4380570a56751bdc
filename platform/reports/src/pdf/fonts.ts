import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FontMetrics } from './font-metrics.ts'
import { readFontMetrics } from './font-metrics.ts'

/** A font file and its widths. */
export interface Face {
  readonly fileName: string
  readonly file: Buffer
  readonly metrics: FontMetrics
}

/** Noto Sans SC (SIL Open Font License 1.1) in the two weights that print uses. */
export interface Faces {
  readonly regular: Face
  readonly bold: Face
}

async function loadFace(weight: '400Regular' | '700Bold'): Promise<Face> {
  const fileName = `NotoSansSC_${weight}.ttf`
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${weight}/${fileName}`)
  const file = await readFile(path)
  return { fileName, file, metrics: readFontMetrics(file) }
}

let loading: Promise<Faces> | undefined

/** Loads both weights (21 MB) at first use and keeps them for the life of the process or worker. */
export function loadFaces(): Promise<Faces> {
  loading ??= Promise.all([loadFace('400Regular'), loadFace('700Bold')])
    .then(([regular, bold]) => ({ regular, bold }))
    .catch((error: unknown) => {
      loading = undefined
      throw error
    })
  return loading
}
