/** What the command line asks of this room: the record of backups and the product's version. */
export { lastBackup, noteBackup, type BackupNote } from './system/backup.ts'
export { version } from './system/version.ts'
