import { useNotify, useOrg } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'

/** Nothing is there yet: what the statement is, and how it begins. */
export const Begin = ({ may }: { readonly may: boolean }) => {
  const { t } = useWords()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const begin = useMutation({ mutationFn: () => api.soa.newVersion.call({ org }), onSuccess: refresh, onError: notify.error })
  return (
    <div className="sa-begin">
      <h2>{t.beginTitle}</h2>
      <p>{t.beginText}</p>
      {may && (
        <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t.begin}
        </Button>
      )}
    </div>
  )
}
