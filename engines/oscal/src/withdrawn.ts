import type { CatalogueNode } from './catalogue.ts'
import { problem, type OscalProblem } from './problem.ts'
import type { Metadata } from './schema.ts'

/** A publication whose OSCAL form carries withdrawn items without saying so. */
interface Rule {
  /** Value of the property `framework-version-identifier` in NIST's CPRT namespace. */
  framework: string
  describe: string
  withdrawn(node: CatalogueNode): boolean
}

const CPRT = 'https://csrc.nist.gov/ns/cprt'

const RULES: readonly Rule[] = [
  {
    // CSF 2.0 has 22 categories, each with a statement, and 106 subcategories, each with implementation examples
    // (NIST CSWP 29, appendix A); what has neither is left over from CSF 1.1.
    framework: 'CSF_2_0_0',
    describe: 'CSF 2.0: categories without a statement, subcategories without examples',
    withdrawn: (node) => (node.class === 'category' && node.prose === '') || (node.class === 'subcategory' && node.examples.length === 0),
  },
]

/**
 * Marks withdrawn items that the document leaves unmarked, and says so. A document that marks any item itself is taken
 * at its word.
 */
export function markWithdrawn(nodes: readonly CatalogueNode[], metadata: Metadata): OscalProblem[] {
  const framework = metadata.props?.find((prop) => prop.name === 'framework-version-identifier' && prop.ns === CPRT)?.value
  const rule = RULES.find((each) => each.framework === framework)
  if (!rule || nodes.some((node) => node.withdrawn)) return []
  const marked = nodes.filter((node) => rule.withdrawn(node))
  for (const node of marked) node.withdrawn = true
  return marked.length > 0 ? [problem('withdrawn-by-rule', { found: marked.length, allowed: rule.describe })] : []
}
