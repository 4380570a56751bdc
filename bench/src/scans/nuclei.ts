import { tell, type Make } from './write.ts'

/** Results of Nuclei as JSON lines, with requests and responses, of 2,000 templates: a third of them about a CVE. */
export const nuclei: Make = function* (random, texts, told, isFull) {
  const templates = Array.from({ length: 2_000 }, (_, i) => {
    const cve = random.chance(1 / 3) ? texts.cve() : null
    const id = cve?.toLowerCase() ?? `exposed-panel-${i}`
    return {
      cves: cve === null ? [] : [cve],
      head: {
        template: `http/cves/${id}.yaml`, 'template-url': `https://cloud.example.org/public/${id}`, 'template-id': id,
          'template-path': `/root/nuclei-templates/http/cves/${id}.yaml`,
        info: {
          name: `Example ${random.integer(1, 19)} - "Panel" ${i}`, author: ['one', 'two'], tags: ['panel', 'example', ...(cve === null ? [] : ['cve', 'rce'])],
            description: texts.sentences(1, 5),
          impact: texts.sentence(), remediation: texts.sentence(), reference: [`https://example.org/advisories/${i}`, `https://nvd.nist.gov/vuln/search?results=${i}`],
            severity: random.pick(['info', 'low', 'medium', 'high', 'critical']),
          metadata: { 'max-request': 1, verified: true },
          classification: cve === null ? null : { 'cve-id': [id], 'cwe-id': [`cwe-${random.integer(20, 900)}`], 'cvss-metrics': texts.vector3(),
            'cvss-score': Number(texts.score()), 'epss-score': 0.97 },
        },
      },
    }
  })
  while (!isFull()) {
    const { head, cves } = random.pick(templates)
    const host = `host-${texts.hex(6)}.example.org`
    tell(told, cves)
    yield `${JSON.stringify({
      ...head, type: 'http', host: `https://${host}`, port: '443', scheme: 'https', url: `https://${host}/login?next=/`,
        'matched-at': `https://${host}/login?next=/${texts.hex(8)}`, 'extracted-results': [texts.hex(12)],
      request: `GET /login?next=/ HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nAccept: */*\r\n\r\n`,
      response: `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: id="${texts.hex(32)}"\r\n\r\n<!doctype html>\n<html lang="zh">\n<title>${random.chance(0.1) ? texts.remark() : 'Login'}</title>\n${texts.sentences(3, 14, '\n<p class="text">')}\n</html>`,
      ip: texts.ip(), timestamp: '2031-01-05T10:20:30.123456789+08:00', 'curl-command': `curl -X 'GET' -H 'Accept: */*' 'https://${host}/login?next=/'`, 'matcher-status': true,
    })}\n`
  }
}
