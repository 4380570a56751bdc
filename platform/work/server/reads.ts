/** What other rooms ask of this one: open and close work, tell people, count. */
export { openWork, type Opened, type WorkToOpen } from './work/open.ts'
export { closeWork, type Closing, type WorkToClose } from './work/close.ts'
export { openOn as openWorkOn } from './work/store.ts'
export { workAbout, type WorkAbout } from './work/about.ts'
export { overdueWork, type OverdueWork } from './work/overdue.ts'
export { workCounts, type WorkCounts } from './work/counts.ts'
export { notify, type NoticeToSend } from './notice/notify.ts'
