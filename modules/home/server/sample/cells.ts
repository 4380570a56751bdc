import { readTable } from '@heng/engine-tables'

/** The rows of a table as text, without its header. */
export const readCells = async (path: string): Promise<readonly (readonly string[])[]> => {
  const { rows } = await readTable(path)
  const read: (readonly string[])[] = []
  for await (const { cells } of rows) read.push(cells)
  return read
}
