export { detect, HEAD_BYTES, readScan } from './detect.ts';
export type { Address, Host, Hostname, OsMatch, Port, Script, Service } from './host.ts';
export { DEFAULT_LIMITS, type ScanLimits } from './limits.ts';
export { ScanError, type ScanProblem, type ScanProblemCode, type ScanProblemDetails } from './problem.ts';
export type { Reader, ScanInfo, ScanOptions, ScanOutcome, ScanReport } from './reader.ts';
export { READERS } from './readers/index.ts';
export { readNmap } from './readers/nmap.ts';
