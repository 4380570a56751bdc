/** A host as a network scanner saw it; absent fields were not in the report. Times are ISO 8601 in UTC. */
export interface Host {
  /** `up`, `down`, `unknown` or `skipped`. */
  status: string
  addresses: Address[]
  hostnames: Hostname[]
  /** Guesses of the operating system as the scanner orders them, best first. */
  os: OsMatch[]
  ports: Port[]
  /** Output of scripts that ran against the host as a whole. */
  scripts: Script[]
  started?: string
  ended?: string
  uptime?: { seconds: number; lastBoot?: string }
}

/** An address as written in the report; not checked for being one. */
export interface Address {
  type: 'ipv4' | 'ipv6' | 'mac'
  value: string
  /** Manufacturer by the first half of a MAC address. */
  vendor?: string
}

/** `user`: given to the scanner as a target. `PTR`: from reverse DNS. */
export interface Hostname {
  name: string
  type?: string
}

export interface OsMatch {
  name: string
  /** Percent. */
  accuracy?: number
  /** What kind of machine runs it, in the scanner's words: `general purpose`, `router`, `printer`, … */
  deviceType?: string
  cpes: string[]
}

export interface Port {
  /** `tcp`, `udp`, `sctp` or `ip`. */
  protocol: string
  /** 0 to 65535. */
  number: number
  /** `open`, `closed`, `filtered`, … `unknown` when the report has none. */
  state: string
  service?: Service
  scripts: Script[]
}

export interface Service {
  name?: string
  product?: string
  version?: string
  extraInfo?: string
  /** `ssl` when the service runs inside TLS. */
  tunnel?: string
  /** `probed`: asked the service; `table`: guessed from the port number alone. */
  method?: string
  /** What kind of machine the service's own words betray: `printer`, `firewall`, … */
  deviceType?: string
  cpes: string[]
}

/** Script output is text from the scanned host: hostile, never to be shown as markup. */
export interface Script {
  id: string
  output: string
}
