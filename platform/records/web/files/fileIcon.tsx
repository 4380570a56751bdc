import { FileExcelOutlined, FileImageOutlined, FileOutlined, FilePdfOutlined, FilePptOutlined, FileTextOutlined, FileWordOutlined, FileZipOutlined, VideoCameraOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

const icons: readonly (readonly [RegExp, ReactNode])[] = [
  [/^image\//, <FileImageOutlined key="image" />],
  [/^(video|audio)\//, <VideoCameraOutlined key="media" />],
  [/pdf$|ofd$/, <FilePdfOutlined key="pdf" />],
  [/wordprocessing|opendocument\.text|rtf$/, <FileWordOutlined key="word" />],
  [/spreadsheet/, <FileExcelOutlined key="excel" />],
  [/presentation/, <FilePptOutlined key="slides" />],
  [/zip$|rar$|7z|gzip|xz$/, <FileZipOutlined key="zip" />],
  [/^text\//, <FileTextOutlined key="text" />],
]

/** A picture for the kind of content; the name beside it says the rest. */
export const fileIcon = (type: string): ReactNode => icons.find(([pattern]) => pattern.test(type))?.[1] ?? <FileOutlined />
