import type { HtmlNode } from './html.ts'

// What readers take out of pages.

/** Elements within, in their order, with those within them unless `isDeep` says no. */
export const elements = (node: HtmlNode, is: (node: HtmlNode) => boolean, isDeep: (node: HtmlNode) => boolean = () => true): HtmlNode[] => {
  const found: HtmlNode[] = []
  const walk = (here: HtmlNode): void => {
    for (const child of here.children) {
      if (typeof child === 'string') continue
      if (is(child)) found.push(child)
      if (isDeep(child)) walk(child)
    }
  }
  walk(node)
  return found
}

const lines = new Set('address blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '))
/** What a reader of the page sees of an element, a line for each block. */
export const textOf = (node: HtmlNode): string => {
  const parts: string[] = []
  const walk = (here: HtmlNode, isKept: boolean): void => {
    for (const child of here.children) {
      if (typeof child === 'string') parts.push(isKept ? child : child.replace(/\s+/g, ' '))
      else if (child.name !== 'script' && child.name !== 'style') {
        const isLine = lines.has(child.name)
        if (isLine) parts.push('\n')
        else if (child.name === 'td' || child.name === 'th') parts.push(' ')
        walk(child, isKept || child.name === 'pre' || child.name === 'textarea')
        if (isLine && child.name !== 'br') parts.push('\n')
      }
    }
  }
  walk(node, node.name === 'pre')
  return parts.join('').split('\n').map((line) => line.trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}

const isCell = ({ name }: HtmlNode): boolean => name === 'td' || name === 'th'
/** Rows of a table, those of tables within it aside. */
export const rowsOf = (table: HtmlNode): HtmlNode[] => elements(table, (node) => node.name === 'tr', (node) => node.name !== 'table' && !isCell(node))
export const cellsOf = (row: HtmlNode): HtmlNode[] => elements(row, isCell, (node) => !isCell(node) && node.name !== 'table')
