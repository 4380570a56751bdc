import { useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

export const SampleOffer = ({ jobId }: { readonly jobId: string | null }) => {
  const t = useText(messages)
  return <section className="home-card">{jobId === null ? t.sample.load : t.sample.loading}</section>
}
