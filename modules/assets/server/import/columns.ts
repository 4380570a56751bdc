import { refuse, value, type Further, type FurtherColumn, type Said } from '@heng/imports/reads'
import { identifierKinds } from '../../contract/identity.ts'
import { messages } from '../../locales/index.ts'
import { uniqueKinds, type IdentifierKind } from '../identifier/normalise.ts'
import { readIdentifier } from '../identifier/valid.ts'
import { holders, standing, write } from './identifiers.ts'

const aliases: Readonly<Record<IdentifierKind, readonly string[]>> = {
  cloudId: ['云主机 ID', '实例 ID', '云实例', 'instance id', 'cloud instance', 'resource id', 'arn'],
  hostUuid: ['UUID', '系统 UUID', '虚拟机 UUID', 'system uuid', 'bios uuid', 'machine id', 'vm uuid'],
  serial: ['SN', '序列号码', '设备序列号', '出厂编号', '机身号', 'serial', 'serial no', 'serial number (s/n)', 's/n', 'service tag'],
  assetTag: ['固定资产编号', '固定资产号', '资产标签号', '标签号', 'asset tag number', 'tag number', 'inventory number', 'fixed asset number', 'property number'],
  mac: ['MAC', '物理地址', '网卡 MAC', '网卡地址', '网卡物理地址', 'MAC 地址列表', 'mac addresses', 'hardware address', 'ethernet address', 'physical address'],
  fqdn: ['FQDN', '完整主机名', '全限定域名', '域名', 'full host name', 'dns name', 'domain name', 'fully qualified domain name'],
  hostname: ['计算机名', '机器名', '设备主机名', 'host', 'hostname', 'computer name', 'machine name', 'netbios name', 'node name'],
  ip: ['IP', '主机 IP', '服务器 IP', '设备 IP', 'IP 地址列表', '管理 IP', '管理地址', '内网 IP', '业务 IP', 'ip addresses', 'ipv4', 'ipv4 address', 'ipv6 address', 'management ip'],
}
const refusals: Partial<Record<IdentifierKind, string>> = { mac: 'asset.badMac', ip: 'asset.badAddress', fqdn: 'asset.badFullName', hostname: 'asset.badHostName' }

const column = (kind: IdentifierKind): FurtherColumn => ({
  name: kind,
  title: { en: messages.en.pages.identity.kinds[kind], 'zh-CN': messages['zh-CN'].pages.identity.kinds[kind] },
  aliases: aliases[kind],
  unique: uniqueKinds.has(kind),
  parse: (text) => {
    const read = readIdentifier(kind, text)
    return read === null ? refuse(refusals[kind] ?? 'asset.badIdentifier', { value: text }) : value(read)
  },
})

/** A full name in the column of host names tells both. */
export const arrange = (said: Said): Said => {
  const full = (said.hostname ?? []).filter((name) => name.includes('.'))
  if (full.length === 0) return said
  const sorted = (names: readonly string[]) => [...new Set(names)].sort()
  return { ...said, hostname: sorted((said.hostname ?? []).map((name) => name.split('.')[0]!)), fqdn: sorted([...(said.fqdn ?? []), ...full]) }
}

/** Identifiers of assets as columns of a list. */
export const identifierColumns: Further = { columns: identifierKinds.map(column), arrange, standing, holders, write }
