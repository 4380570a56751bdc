import { useText } from '@heng/web-kit'
import { assetCategories, properties, threatGroups, type Category } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** Names of categories in the reader's language, and all of them to choose from, under headings. */
export const useCategory = () => {
  const t = useText(messages).pages.categories
  const nameOf = (c: Category): string => (c.kind === 'all' ? t.all : (t[c.kind] as Readonly<Record<string, string>>)[c.value]!)
  const option = (c: Category) => ({ value: c.kind === 'all' ? 'all' : `${c.kind}.${c.value}`, label: nameOf(c), category: c })
  const groups = [
    { label: t.kinds.all, options: [option({ kind: 'all' })] },
    { label: t.kinds.threatGroup, options: threatGroups.map((value) => option({ kind: 'threatGroup', value })) },
    { label: t.kinds.property, options: properties.map((value) => option({ kind: 'property', value })) },
    { label: t.kinds.assetCategory, options: assetCategories.map((value) => option({ kind: 'assetCategory', value })) },
  ]
  const categoryOf = (key: string): Category => groups.flatMap((g) => g.options).find((o) => o.value === key)!.category
  return { nameOf, groups, categoryOf, whole: t.wholeOrganisation }
}
