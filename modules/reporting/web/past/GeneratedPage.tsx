import { RegisterPage } from '@heng/web-kit'
import { report } from '../../contract/index.ts'

/** Every report that was generated, as far as one's roles may have it. */
export const Component = () => <RegisterPage noun={report} columns={['reference', 'title', 'kind', 'language', 'generatedBy', 'generatedAt']} />
