import type { Host } from '@heng/engine-scanners'
import { plain } from './describe.ts'

/** What a guess rests on: the scanner's device type, the operating system, an open service, the maker of the network card. */
export type TypeBasis = 'deviceType' | 'service' | 'os' | 'vendor'

/** A type of the knowledge base with the words of the report that it was guessed from. */
export interface TypeGuess {
  readonly code: string
  readonly basis: TypeBasis
  readonly found: string
}

type Rule = readonly [pattern: RegExp, code: string]

const deviceTypes: readonly Rule[] = [
  [/^print/i, 'at-printer'],
  [/router|switch|bridge|hub|WAP|load balancer|broadband/i, 'at-network-device'],
  [/firewall|proxy server|security-misc/i, 'at-security-device'],
  [/storage/i, 'at-storage-system'],
  [/webcam/i, 'at-physical-security-system'],
  [/^phone$|PDA/i, 'at-mobile-device'],
  [/VoIP|media device|game console|remote management/i, 'at-iot-device'],
  [/power-device/i, 'at-power-supply'],
  [/^terminal/i, 'at-desktop-computer'],
]
// Ports of industrial protocols are matched by number, too: nmap seldom names them.
const services: readonly Rule[] = [
  [/^(?:502\/tcp|102\/tcp|44818\/tcp|20000\/tcp)|modbus|iso-tsap|ethernet-?ip|dnp3|\bs7\b/i, 'at-industrial-controller'],
  [/jetdirect/i, 'at-printer'],
  [/mysql|mariadb|postgresql|ms-sql|oracle-tns|Oracle (?:Database|TNS)|mongod|db2|informix|dameng|kingbase/i, 'at-database-server'],
  [/iscsi|^2049\/tcp nfs/i, 'at-storage-system'],
]
const systems: readonly Rule[] = [
  [/IOS[ -]?X[ER]|Cisco (?:IOS|NX-OS|Catalyst|Nexus)|JunOS|RouterOS|Comware|VRP|ArubaOS|ProCurve|Ruijie|OpenWrt/i, 'at-network-device'],
  [/FortiOS|FortiGate|PAN-OS|Palo Alto|Check Point|SonicWall|pfSense|OPNsense|Cisco ASA|NGAF|Hillstone/i, 'at-security-device'],
  [/printer|LaserJet|OfficeJet|imageRUNNER/i, 'at-printer'],
  [/Synology|QNAP|Data ONTAP|TrueNAS|FreeNAS/i, 'at-storage-system'],
  [/iPhone|iPad|iOS \d|Android/i, 'at-mobile-device'],
  [/Windows Server|Windows (?:NT|2000|2003|2008|2012|2016|2019|2022|2025)|ESXi?|Hyper-V|Xen|Solaris|AIX|HP-UX|VxRail/i, 'at-server'],
  [/Windows (?:XP|Vista|7|8|10|11)|Mac OS X|macOS|OS X/i, 'at-desktop-computer'],
  [/Linux|FreeBSD|OpenBSD|Unix/i, 'at-server'],
]
const vendors: readonly Rule[] = [
  [/Hikvision|Dahua|Uniview|Axis Comm/i, 'at-physical-security-system'],
  [/Siemens|Rockwell|Allen-Bradley|Schneider|Omron|Beckhoff|Phoenix Contact|WAGO|Mitsubishi Electric|Inovance/i, 'at-industrial-controller'],
  [/Fortinet|Palo Alto|Sangfor|Hillstone|Check Point|Topsec|NSFOCUS/i, 'at-security-device'],
  [/Cisco|Juniper|Huawei|H3C|New H3C|Ruijie|Aruba|MikroTik|Ubiquiti|TP-Link|ZTE/i, 'at-network-device'],
  [/Canon|Brother|Epson|Ricoh|Kyocera|Xerox|Konica|Lexmark/i, 'at-printer'],
  [/Synology|QNAP|NetApp/i, 'at-storage-system'],
  [/VMware|QEMU|Xen|Inspur|Sugon|Supermicro/i, 'at-server'],
]

const first = (rules: readonly Rule[], basis: TypeBasis, texts: readonly (string | undefined)[]): TypeGuess | undefined => {
  for (const text of texts) {
    const rule = text === undefined ? undefined : rules.find(([pattern]) => pattern.test(text))
    if (rule !== undefined) return { code: rule[1], basis, found: plain(text!, 120) }
  }
  return undefined
}

// 9100 is the port of printers and of a common metrics exporter of servers: its number alone says nothing.
const serviceText = ({ number, protocol, service }: Host['ports'][number]): string =>
  [`${number}/${protocol}`, number === 9100 && service?.method === 'table' ? undefined : service?.name, service?.product].filter(Boolean).join(' ')

/** Guesses of the operating system below this are noise. */
const sure = 85

/**
 * What kind of component a host probably is, or null where nothing says so; a guess to be confirmed, never more. What the
 * scanner calls the device comes first, then services that only one kind offers, the operating system, the card's maker.
 */
export const guessType = (host: Host): TypeGuess | null => {
  const os = host.os.filter(({ accuracy }) => accuracy === undefined || accuracy >= sure)
  const open = host.ports.filter(({ state }) => state === 'open')
  return (
    first(deviceTypes, 'deviceType', [...os.map(({ deviceType }) => deviceType), ...open.map(({ service }) => service?.deviceType)]) ??
    first(services, 'service', open.map(serviceText)) ??
    first(systems, 'os', os.map(({ name }) => name)) ??
    first(vendors, 'vendor', host.addresses.map(({ vendor }) => vendor)) ??
    null
  )
}
