import { ApartmentOutlined } from '@ant-design/icons'
import { RegisterPage, useText } from '@heng/web-kit'
import { unit } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { LinkButton } from '../parts/LinkButton.tsx'

export const Component = () => {
  const t = useText(messages).pages.units
  return <RegisterPage noun={unit} actions={<LinkButton to="units/structure" icon={<ApartmentOutlined />}>{t.tree}</LinkButton>} />
}
