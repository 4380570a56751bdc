/** Advance widths of a font, in 1/1000 of the font size. */
export interface FontMetrics {
  /** Width of one code point; that of the missing-glyph box if the font lacks it. */
  widthOf(codePoint: number): number
}

function tableOffset(view: DataView, tag: string): number {
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

/** Start of the format 12 subtable of cmap, the one that reaches beyond the basic plane. */
function segmentedCoverage(view: DataView): number {
  const cmap = tableOffset(view, 'cmap')
  const subtables = view.getUint16(cmap + 2)
  for (let index = 0; index < subtables; index += 1) {
    const start = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    if (view.getUint16(start) === 12) return start
  }
  throw new Error('the font has no cmap subtable of format 12')
}

/** Glyph of a code point by bisection over the groups (OpenType 1.9, cmap format 12); 0 if there is none. */
function glyphOf(view: DataView, coverage: number, codePoint: number): number {
  let low = 0
  let high = view.getUint32(coverage + 12) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const group = coverage + 16 + middle * 12
    if (codePoint < view.getUint32(group)) high = middle - 1
    else if (codePoint > view.getUint32(group + 4)) low = middle + 1
    else return view.getUint32(group + 8) + codePoint - view.getUint32(group)
  }
  return 0
}

/**
 * Reads the widths that line breaking needs straight from a TrueType file (tables head, hhea, hmtx, cmap):
 * no shaping, so kerning is left out, which at most makes a line a little short.
 */
export function readFontMetrics(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18)
  const fullMetrics = view.getUint16(tableOffset(view, 'hhea') + 34)
  const advances = tableOffset(view, 'hmtx')
  const coverage = segmentedCoverage(view)
  const widths = new Map<number, number>()
  return {
    widthOf(codePoint) {
      const known = widths.get(codePoint)
      if (known !== undefined) return known
      const glyph = Math.min(glyphOf(view, coverage, codePoint), fullMetrics - 1)
      const width = (view.getUint16(advances + glyph * 4) * 1000) / unitsPerEm
      widths.set(codePoint, width)
      return width
    },
  }
}
