export const pages = { pages: {} }
