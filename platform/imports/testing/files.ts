import { encodeGb18030 } from './encode.ts'

/** Rows as CSV text; cells are quoted where they must be. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n') + '\r\n'

export const utf8 = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(csvText(rows))
export const gb18030 = (rows: readonly (readonly string[])[]): Buffer => encodeGb18030(csvText(rows))
