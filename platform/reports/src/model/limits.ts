/** A cell's text in characters: XLSX allows 32,767 (ECMA-376); the rest is left for the mark that says so. */
export const MAX_CELL_TEXT = 32_000

/** Running text and titles, in characters. */
export const MAX_TEXT = 200_000
export const MAX_TITLE = 300

/** More columns cannot be read on a page; XLSX could hold 16,384. */
export const MAX_COLUMNS = 60

/** PDF and DOCX are laid out in memory: this many table cells took 10 s and 1.5 GB. */
export const MAX_PAGED_CELLS = 100_000
/** The same bound for what stands in the cells. */
export const MAX_PAGED_CHARACTERS = 8_000_000

/** A table with more columns than this turns its section to landscape. */
export const PORTRAIT_COLUMNS = 6
