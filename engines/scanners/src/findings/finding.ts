/** How bad, in the words that scanners share. */
export const severities = ['none', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** What a scanner says about a finding besides that it is there. */
export const stances = ['open', 'passed', 'suppressed', 'false-positive', 'fixed', 'accepted', 'not-affected'] as const
export type Stance = (typeof stances)[number]

/** A CVSS score as the report tells it; the vector as written, whether it can be scored or not. */
export interface ReportedCvss {
  readonly version: '2.0' | '3.0' | '3.1' | '4.0' | null
  readonly vector: string | null
  readonly score: number | null
}

/** Numbers under which a flaw is known, each kind without repetition, in the order of the report. */
export interface Identifiers {
  /** `CVE-2024-3094` */
  readonly cve: readonly string[]
  /** `CWE-79` */
  readonly cwe: readonly string[]
  /** `CNVD-2024-12345` */
  readonly cnvd: readonly string[]
  /** `CNNVD-202401-1234` */
  readonly cnnvd: readonly string[]
  /** Others: `GHSA-…`, `RHSA-…`, `USN-…`, `OSVDB-…`, … */
  readonly other: readonly string[]
}

/** Where on the network something was found, or on what machine; nothing here is checked for being true. */
export interface FoundHost {
  /** As the report names it, when nothing else is known. */
  readonly name: string | null
  readonly ips: readonly string[]
  readonly macs: readonly string[]
  readonly fqdns: readonly string[]
  readonly netbios: string | null
  /** Of an agent, or of the machine's firmware. */
  readonly uuid: string | null
  /** ARN, instance or resource id of a cloud. */
  readonly cloudId: string | null
  readonly os: string | null
}

export interface FoundService {
  readonly port: number | null
  readonly protocol: string | null
  readonly name: string | null
}

/** A package or other part of software. */
export interface FoundComponent {
  readonly name: string
  readonly version: string | null
  readonly purl: string | null
  /** Versions in which it is mended, in the report's words. */
  readonly fixedIn: string | null
  /** Where it was found: file, layer, image. */
  readonly path: string | null
}

export interface FoundPlace {
  /** File, resource or address within what was looked at. */
  readonly file: string
  readonly line: number | null
  readonly endLine: number | null
}

/**
 * One thing that a scanner found in one place. Texts are as the scanner sent them, without credentials (`secrets.ts`): hostile, never to be shown as markup. Null: the report does not say.
 */
export interface Finding {
  /** Reader's id: `nessus`. */
  readonly tool: string
  /** Id of the check within the tool. */
  readonly rule: string | null
  readonly title: string
  readonly description: string | null
  readonly solution: string | null
  readonly references: readonly string[]
  readonly identifiers: Identifiers
  readonly cvss: readonly ReportedCvss[]
  readonly severity: {
    /** In the tool's own words. */
    readonly reported: string | null
    /** From these words, else from the scores; null where neither says anything. */
    readonly derived: Severity | null
  }
  readonly stance: Stance
  readonly host: FoundHost | null
  readonly service: FoundService | null
  readonly url: string | null
  readonly component: FoundComponent | null
  readonly place: FoundPlace | null
  readonly evidence: string | null
  /** ISO 8601, UTC. */
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  /** Where the record stands in the report: line (XML, tables) or JSON pointer. */
  readonly record: string
}
