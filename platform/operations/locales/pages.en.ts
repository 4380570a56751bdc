/** Texts of the pages. */
export const pageTexts = { page: {} }
