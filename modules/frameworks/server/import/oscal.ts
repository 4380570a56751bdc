import { HengError, type Text } from '@heng/contract'
import { OscalError, parseCatalog, resolveProfile, type Catalogue as Oscal, type CatalogueNode as OscalNode } from '@heng/engine-oscal'
import type { Ctx } from '@heng/server-kit'
import type { Catalogue, CatalogueNode, Wording } from '../catalogue/model.ts'
import { unreadable, type SentFile } from './files.ts'
import type { Incoming } from './incoming.ts'
import { resolverOf } from './resolver.ts'

/** Reads the OSCAL documents of a request: one catalog, or one profile with what it imports. */
export const readOscal = async (ctx: Ctx, files: readonly SentFile[]): Promise<Incoming> => {
  const profiles = files.filter((f) => f.model === 'profile')
  const main = profiles.length === 1 ? profiles[0]! : files.length === 1 ? files[0]! : undefined
  if (main === undefined) throw new HengError('framework.oneAtATime')
  const others = files.filter((f) => f !== main)
  try {
    const read = main.model === 'profile' ? await resolveProfile(main.bytes, resolverOf(ctx, main, others)) : parseCatalog(main.bytes)
    return incoming(read, files)
  } catch (error) {
    if (!(error instanceof OscalError)) throw error
    if (error.problem.code === 'import-missing')
      throw new HengError('framework.importMissing', { params: { missing: error.problem.found ?? '' } })
    throw unreadable(error.problem, ctx.locale)
  }
}

const incoming = (read: Oscal, files: readonly SentFile[]): Incoming => ({
  catalogue: catalogueOf(read),
  stated: read.provenance.licences,
  sources: read.provenance.sources.map(({ title, version }) => ({ title, version })),
  warnings: read.warnings.map((w) => w.message),
  errors: [],
  documents: files.map(({ name, model, bytes }) => ({ name, model, bytes })),
})

/** A publication keeps its name over its versions, except for the numbers in it. */
export const keyOf = (title: string): string =>
  `oscal:${title
    .toLowerCase()
    .replace(/\b(rev(ision)?|version|v|r)\.?\s*(?=\d)/g, ' ')
    .replace(/(?<![\w-])\d+(\.\d+)*(?![\w-])/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`.slice(0, 280)

const chinese = /\p{Script=Han}/u
const nist = /national institute of standards|joint task force/i

export const catalogueOf = (read: Oscal): Catalogue => {
  const inChinese = read.nodes.filter((n) => chinese.test(n.title)).length * 2 > read.nodes.length
  const words = (text: string | null): Wording => {
    const value = text === null || text.trim() === '' ? null : text.trim()
    return inChinese ? { en: null, 'zh-CN': value } : { en: value, 'zh-CN': null }
  }
  const publisher = read.provenance.parties.find((p) => /publisher|creator/.test(p.role))?.name ?? null
  const publicDomain = nist.test(publisher ?? '') || read.provenance.licences.some((l) => /public domain|CC0|publicdomain\/zero/i.test(l))
  const refs = refsOf(read.nodes)
  return {
    key: keyOf(read.title),
    kind: 'oscal',
    title: words(read.title.slice(0, 500)),
    edition: { en: null, 'zh-CN': null },
    version: read.version.slice(0, 60),
    publisher,
    licence: publicDomain ? 'verbatim' : read.provenance.licences.length > 0 ? 'stated' : 'unknown',
    licenceNote: licenceNote(read, publicDomain),
    provenance: provenanceOf(read),
    overlay: !publicDomain,
    nodes: read.nodes.map((node) => nodeOf(node, refs, words)),
  }
}

/** Numbers as people cite them where the document has such, else its own ids: `AC-2(1)`, `GV.OC-01`, `03.01.01`. */
const refsOf = (nodes: readonly OscalNode[]): Map<string, string> => {
  const cited = (node: OscalNode): string => {
    const label = node.label ?? ''
    if (/^\S{1,60}$/.test(label)) return label
    return /\(([^()\s]{1,60})\)$/.exec(label)?.[1] ?? node.ref
  }
  const taken = new Map<string, number>()
  for (const node of nodes) taken.set(cited(node), (taken.get(cited(node)) ?? 0) + 1)
  return new Map(nodes.map((node) => [node.ref, taken.get(cited(node)) === 1 ? cited(node) : node.ref]))
}

const nodeOf = (node: OscalNode, refs: Map<string, string>, words: (text: string | null) => Wording): CatalogueNode => ({
  ref: refs.get(node.ref)!.slice(0, 200),
  parent: node.parent === null ? null : refs.get(node.parent)!.slice(0, 200),
  title: words(titleOf(node, refs.get(node.ref)!)),
  summary: words(node.prose),
  guidance: words([node.guidance, ...node.examples].filter((t) => t !== '').join('\n\n')),
  kind: node.kind,
  assessable: node.kind !== 'group' && !node.withdrawn && !node.implicit,
  withdrawn: node.withdrawn,
  items: null,
  attributes: node.class === null ? {} : { other: { class: node.class } },
})

/** Some publications (CSF) name their lowest items by number alone; what such an item says is then its title. */
const titleOf = (node: OscalNode, ref: string): string => {
  const title = node.title.trim()
  const first = node.prose.trim().split('\n')[0]!
  return (title !== '' && title !== ref ? title : first !== '' ? first : (node.label ?? node.ref)).slice(0, 500)
}

const licenceNote = (read: Oscal, publicDomain: boolean): Wording => {
  const stated = [...read.provenance.licences, ...(read.provenance.remarks === null ? [] : [read.provenance.remarks])].join('\n')
  if (stated !== '') return { en: stated, 'zh-CN': stated }
  return publicDomain
    ? {
        en: 'A work of the United States government: in the public domain there (17 U.S.C. § 105).',
        'zh-CN': '美国联邦政府作品，在美国属公有领域（美国法典第 17 编第 105 条）。',
      }
    : {
        en: 'The document states no licence. Ask the publisher before passing the text on.',
        'zh-CN': '文档未声明许可；对外提供文本前请向发布机构确认。',
      }
}

const provenanceOf = (read: Oscal): Text => {
  const links = read.provenance.links.map((l) => l.href)
  const from = read.provenance.sources.map((s) => `${s.title} ${s.version}`)
  const say = (en: boolean) =>
    [
      en
        ? `Imported from OSCAL ${read.oscalVersion} (${read.kind}), document ${read.uuid}, last modified ${read.lastModified}.`
        : `由 OSCAL ${read.oscalVersion}（${read.kind === 'profile' ? '基线' : '目录'}）导入，文档 ${read.uuid}，最后修改于 ${read.lastModified}。`,
      ...(from.length === 0 ? [] : [en ? `Resolved from: ${from.join('; ')}.` : `依据以下目录解析：${from.join('；')}。`]),
      ...links,
    ]
      .join('\n')
      .slice(0, 9_000)
  return { en: say(true), 'zh-CN': say(false) }
}
