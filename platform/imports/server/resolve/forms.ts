const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const named = /^(.*?)\s*[(（]\s*([A-Za-z]{1,8}-\d{1,12})\s*[)）]$/u
const bareReference = /^([A-Za-z]{1,8})-(\d{1,12})$/
const mailbox = /<\s*([^<>\s]+@[^<>\s]+)\s*>/
const step = /\s*[/／\\>＞›»→]\s*/u

/** All ways in which a text may name a record. */
export interface Forms {
  readonly id: string | undefined
  /** As Heng writes it: `P-0007`. */
  readonly reference: string | undefined
  /** Texts to hold against names and unique fields. */
  readonly texts: readonly string[]
  /** Names from above downwards: `公司 / 财务部 / 出纳`. */
  readonly path: readonly string[]
}

const referenceOf = (text: string, prefix: string): string | undefined => {
  const [, letters = '', digits = ''] = bareReference.exec(text.normalize('NFKC')) ?? []
  return letters.toUpperCase() === prefix.toUpperCase() ? `${prefix}-${digits.replace(/^0+(?=\d{4})/, '').padStart(4, '0')}` : undefined
}

/** Reads a text as the name of a record whose references begin with `prefix`. */
export const formsOf = (text: string, prefix: string): Forms => {
  // "张伟 (P-0003)" is how an export tells two people of one name apart: the reference decides.
  const [, , inBrackets] = named.exec(text) ?? []
  const reference = (inBrackets === undefined ? undefined : referenceOf(inBrackets, prefix)) ?? referenceOf(text, prefix)
  const address = mailbox.exec(text)?.[1]
  const steps = text.split(step).filter((part) => part !== '')
  return {
    id: uuid.test(text) ? text.toLowerCase() : undefined,
    reference,
    texts: address === undefined ? [text] : [text, address],
    path: steps.length > 1 ? steps : [],
  }
}
