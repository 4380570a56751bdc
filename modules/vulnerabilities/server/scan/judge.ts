import { identityOf, type Finding, type Identity } from '@heng/engine-scanners'
import { identifiersOfFinding } from '../target/identifiers.ts'
import type { Scanned } from '../target/resolve.ts'

/** What becomes of a finding: followed as a vulnerability, told for information only, or a check that found nothing. */
export type Fate = 'follow' | 'note' | 'clear'

export const fateOf = ({ stance, severity }: Pick<Finding, 'stance' | 'severity'>): Fate => {
  if (stance === 'passed' || stance === 'fixed' || stance === 'not-affected') return 'clear'
  // What somebody decided within the scanner is not decided here.
  if (stance !== 'open') return 'note'
  return severity.derived === 'none' ? 'note' : 'follow'
}

/** What findings without a host belong to. */
export interface Unhosted {
  readonly name: string
  readonly asset: string | null
}

export interface Judged {
  readonly finding: Finding
  readonly identity: Identity
  readonly scanned: Scanned
  readonly fate: Fate
}

/** How the findings of one report are judged. Those of one host mostly follow one another: it is looked at once. */
export const judging = (unhosted: Unhosted): ((finding: Finding) => Judged) => {
  let [told, scanned]: [string, Scanned | null] = ['', null]
  return (finding) => {
    const names = JSON.stringify(finding.host)
    // What has no host of its own may be told by its address.
    if (scanned === null || names !== told || scanned.software !== null || finding.host === null) {
      const [identifiers, os] = [identifiersOfFinding(finding), finding.host?.os ?? null]
      scanned = identifiers.length > 0 ? { identifiers, software: null, os } : { identifiers: [], software: unhosted, os }
      told = names
    }
    return { finding, identity: identityOf(finding), fate: fateOf(finding), scanned }
  }
}

/** Nessus tells by one check whether it could log in to the host (plugin 19506); without, it cannot see again what only an account sees. */
export const credentialedOf = ({ tool, rule, evidence }: Finding): boolean | null => {
  if (!tool.startsWith('nessus') || rule !== '19506') return null
  const found = /^\s*Credentialed checks\s*:\s*(yes|no)/im.exec(evidence ?? '')
  return found === null ? null : found[1]!.toLowerCase() === 'yes'
}
