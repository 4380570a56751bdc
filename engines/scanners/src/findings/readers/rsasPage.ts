import type { HtmlReader } from '../reader.ts'
import { dataOf, draftsOfData, draftsOfTables } from '../rsasPage.ts'

/**
 * 绿盟 RSAS, page of a host or site (`host/<address>.html` of the zip that it exports): one finding for each flaw on each port, or on each address of a site. The pages of
 * the summary beside them tell the same by flaw, and are left aside.
 */
export const reader: HtmlReader = {
  id: 'rsasPage',
  name: '绿盟 RSAS',
  kind: 'html',
  detect: ({ text }) =>
    (/window\.data\s{0,8}=\s{0,8}\{/.test(text) && /"mark"\s{0,8}:\s{0,8}"(?:host-summary|site-summary|vul-detail)"|主机报表|站点报表/.test(text))
    || (/绿盟|nsfocus/i.test(text) && /主机报表|\bid="(?:vuln_list|vul_detail)"/.test(text) && !/\bid="vuln_distribution"/.test(text)),
  read: (page) => {
    const data = dataOf(page)
    return data === null ? draftsOfTables(page) : draftsOfData(data)
  },
}
