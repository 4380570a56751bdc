import type { Reader } from '../reader.ts'
import { nmap } from './nmap.ts'

/** All formats that are known, in the order in which they are tried. */
export const READERS: readonly Reader[] = [nmap]
