import { ImportOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { importNoun } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { ExportAction } from './actions/ExportAction.tsx'
import { ImportAction } from './actions/ImportAction.tsx'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'imports',
  messages,
  nouns: [{ noun: importNoun, path: 'imports', nav: { group: 'administration', order: 60, icon: <ImportOutlined /> } }],
  pages: [
    { path: 'import/$noun', page: () => import('./upload/UploadPage.tsx') },
    { path: 'imports', page: () => import('./list/ImportsPage.tsx') },
    { path: 'imports/$id', page: () => import('./session/ImportPage.tsx') },
  ],
  listActions: [
    { order: 20, component: ImportAction, begins: true },
    { order: 30, component: ExportAction },
  ],
})
