import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useKitText } from '../text/text.ts'
import type { ThemeChoice } from './theme.ts'
import { useTheme } from './ThemeProvider.tsx'

const icons = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> }

export const ThemeSwitch = () => {
  const t = useKitText()
  const { name, choice, choose } = useTheme()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: (['light', 'dark', 'system'] as const).map((key) => ({ key, icon: icons[key], label: t.header.themes[key] })),
        onClick: ({ key }) => choose(key as ThemeChoice),
      }}
    >
      <Button type="text" icon={icons[name]} aria-label={`${t.header.theme}: ${t.header.themes[choice]}`} />
    </Dropdown>
  )
}
