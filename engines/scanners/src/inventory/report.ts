import type { Host } from './host.ts'
import type { ScanLimits } from '../input/limits.ts'

/** How a scan was run. Times are ISO 8601 in UTC. */
export interface ScanInfo {
  scanner: string
  version?: string
  /** The command line. */
  args?: string
  started?: string
  /** What was asked of every host; a protocol that is not here was not asked about, or the report does not say for which ports. */
  asked?: readonly AskedPorts[]
}

/** Ports that a scan looked at, in whatever state it found them. */
export interface AskedPorts {
  readonly protocol: string
  /** From and to, both included. */
  readonly ports: readonly (readonly [number, number])[]
}

/** How a scan ended. */
export interface ScanOutcome {
  finished?: string
  /** `success`, or `error` with a message. */
  exit?: string
  error?: string
  hosts?: { up: number; down: number; total: number }
}

/**
 * A report that streams its hosts, once. Iterating throws `ScanError` where the report breaks; the hosts before that
 * were good.
 */
export interface ScanReport extends AsyncIterable<Host> {
  /** Known when the first host arrives. */
  readonly scan: ScanInfo | undefined
  /** Known when the last host has arrived; a report cut off before has none. */
  readonly outcome: ScanOutcome | undefined
  readonly hostsRead: number
}

export interface ScanOptions {
  limits?: Partial<ScanLimits>
}

/** One format of report that tells hosts. */
export interface HostReader {
  id: string
  /** Judges by the first few kilobytes, decoded. */
  detect(head: string): boolean
  read(stream: AsyncIterable<Uint8Array>, options?: ScanOptions): ScanReport
}
