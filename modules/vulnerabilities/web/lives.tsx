import { RadarChartOutlined } from '@ant-design/icons'
import type { WebNoun, WebPage } from '@heng/web-kit'
import { liveCheck } from '../contract/index.ts'
import type { messages } from '../locales/index.ts'
import { ScheduleText } from './live/ScheduleText.tsx'

type Texts = (typeof messages)['en']

/** Scanners that the server runs itself: register with the ranges that it may look at, and each check with its runs. */
export const liveNoun: WebNoun<Texts> = {
  noun: liveCheck, path: 'live-checks', nav: { group: 'do', order: 23, icon: <RadarChartOutlined /> }, json: { schedule: (value) => <ScheduleText rule={String(value)} /> },
}

export const livePages: readonly WebPage<Texts>[] = [
  { path: 'live-checks', page: () => import('./live/ChecksPage.tsx') },
  { path: 'live-checks/$id', page: () => import('./live/CheckPage.tsx') },
]
