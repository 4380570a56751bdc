/** A cell's text in characters: XLSX allows 32,767 (ECMA-376); the rest is left for the mark that says so. */
export const MAX_CELL_TEXT = 32_000;

/** Running text and titles, in characters. */
export const MAX_TEXT = 200_000;
export const MAX_TITLE = 300;

/** More columns cannot be read on a page; XLSX could hold 16,384. */
export const MAX_COLUMNS = 60;

/** PDF and DOCX are laid out in memory: about 1.5 GB and half a minute would be reached near this many cells. */
export const MAX_PAGED_CELLS = 120_000;

/** A table with more columns than this turns its section to landscape. */
export const PORTRAIT_COLUMNS = 6;
