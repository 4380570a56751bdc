import { parseAddress } from './address.ts'
import { block, type Range } from './range.ts'
import type { Text } from './problem.ts'

/** Addresses that lead to the server itself, to its neighbours or to nobody in particular: checked only when declared by themselves. */
export interface Special {
  readonly range: Range
  readonly kind: Text
}

const kinds = {
  unspecified: { en: 'unspecified addresses', 'zh-CN': '未指定地址' },
  loopback: { en: 'loopback addresses', 'zh-CN': '环回地址' },
  linkLocal: { en: 'link-local addresses', 'zh-CN': '链路本地地址' },
  multicast: { en: 'multicast addresses', 'zh-CN': '组播地址' },
  broadcast: { en: 'the broadcast address', 'zh-CN': '广播地址' },
  metadata: { en: 'the metadata service of a cloud', 'zh-CN': '云平台元数据服务地址' },
  translated: { en: 'IPv6 addresses that carry an IPv4 address', 'zh-CN': '内嵌 IPv4 地址的 IPv6 地址' },
} satisfies Record<string, Text>

// IANA special-purpose address registries (RFC 6890); RFC 4291, 6052, 8215, 3056 and 4380 for translated ones. Clouds: what their
// manuals tell beside the link-local 169.254.169.254 (Alibaba Cloud, Azure, Oracle Cloud, AWS, Google Cloud).
const blocks: Readonly<Record<keyof typeof kinds, readonly string[]>> = {
  unspecified: ['0.0.0.0/8', '::/128'],
  loopback: ['127.0.0.0/8', '::1/128'],
  linkLocal: ['169.254.0.0/16', 'fe80::/10'],
  multicast: ['224.0.0.0/4', 'ff00::/8'],
  broadcast: ['255.255.255.255/32'],
  metadata: ['100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32', 'fd00:ec2::254/128', 'fd20:ce::254/128'],
  translated: ['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'],
}

export const specials: readonly Special[] = Object.entries(blocks).flatMap(([name, texts]) =>
  texts.map((text) => {
    const [address = '', prefix] = text.split('/')
    const { version, value } = parseAddress(address)!
    return { range: block(version, value, Number(prefix)), kind: kinds[name as keyof typeof kinds] }
  }),
)
