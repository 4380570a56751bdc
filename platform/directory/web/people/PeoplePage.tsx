import { RegisterPage } from '@heng/web-kit'
import { person } from '../../contract/index.ts'

const columns = ['name', 'unit', 'jobTitle', 'email', 'account']

export const Component = () => <RegisterPage noun={person} columns={columns} />
