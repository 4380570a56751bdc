import { callApi } from '@heng/web-kit'

/** Sends a scanner's report; `partial` takes the hosts before the place where it breaks off. Throws `ApiError`. */
export const uploadScan = (org: string, file: File, partial: boolean): Promise<{ readonly id: string }> =>
  callApi(`/orgs/${encodeURIComponent(org)}/asset-scans?name=${encodeURIComponent(file.name)}${partial ? '&partial=true' : ''}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
