import type { DocumentBlock, DocumentSection } from '../../document/document.ts'

/** The statement as it will be printed, section by section. */
export const DocumentView = ({ sections }: { readonly sections: readonly DocumentSection[] }) => (
  <>
    {sections.map(({ heading, level, intro, blocks }) => {
      const Heading = level === 1 ? 'h3' : 'h4'
      return (
        <section key={heading}>
          {heading !== '' && <Heading>{heading}</Heading>}
          {intro !== undefined && <p className="hg-muted">{intro}</p>}
          {blocks.map((block, i) => <BlockView key={i} block={block} />)}
        </section>
      )
    })}
  </>
)

const BlockView = ({ block }: { readonly block: DocumentBlock }) => {
  switch (block.type) {
    case 'paragraph':
      return <p className="hg-prose">{block.text}</p>
    case 'note':
      return <p className="or-note">{block.text}</p>
    case 'bullets':
      return <ul className="or-bullets">{block.items.map((item, i) => <li key={i}>{item}</li>)}</ul>
    case 'table':
      return (
        // Focusable, so that a table too wide for the page can be scrolled by keyboard.
        <div className="hg-scroll-x" role="group" tabIndex={0} aria-label={block.columns.map(({ title }) => title).join(', ')}>
          <table className="or-table">
            <thead><tr>{block.columns.map(({ key, title }) => <th key={key} scope="col">{title}</th>)}</tr></thead>
            <tbody>
              {block.rows.map((row, i) => <tr key={i}>{block.columns.map(({ key }) => <td key={key}>{row[key]}</td>)}</tr>)}
            </tbody>
          </table>
        </div>
      )
  }
}
