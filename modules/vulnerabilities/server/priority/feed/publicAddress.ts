import { BlockList, isIP } from 'node:net'

/** IPv4 that no publisher on the internet answers from (IANA special-purpose registry, RFC 6890), and what clouds answer their own guests from. */
const closed = new BlockList()
for (const block of [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
]) {
  const [net = '', bits = ''] = block.split('/')
  closed.addSubnet(net, Number(bits), 'ipv4')
}
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
/** Of the global unicast block: tunnels that carry IPv4, and addresses for documentation. */
const closed6 = new BlockList()
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) closed6.addSubnet(net, bits, 'ipv6')

/** Whether an address is one of the public internet. IPv6 that carries IPv4 is not. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && global6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}
