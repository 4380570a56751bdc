import { ApartmentOutlined, KeyOutlined, SafetyCertificateOutlined, SettingOutlined, StopOutlined, TeamOutlined, UndoOutlined, UserAddOutlined, UserOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { person, roleAssignment, unit } from '../contract/nouns.ts'
import { messages } from '../locales/index.ts'
import { api, auth } from './api.ts'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'directory',
  messages,
  pages: [
    { path: '/setup', public: true, page: () => import('./public/SetupPage.tsx') },
    { path: '/sign-in', public: true, page: () => import('./public/SignInPage.tsx') },
    { path: '/password-reset', public: true, page: () => import('./public/ForgottenPage.tsx') },
    { path: '/password-reset/$token', public: true, page: () => import('./public/ResetPage.tsx') },
    { path: '/invitation/$token', public: true, page: () => import('./public/InvitationPage.tsx') },
    { path: '/account', page: () => import('./account/AccountPage.tsx') },
    { path: 'units', page: () => import('./units/UnitsPage.tsx') },
    { path: 'people', page: () => import('./people/PeoplePage.tsx') },
    { path: 'units/structure', page: () => import('./units/StructurePage.tsx') },
    {
      path: 'settings',
      page: () => import('./settings/SettingsPage.tsx'),
      nav: { group: 'administration', order: 90, icon: <SettingOutlined />, label: (t) => t.pages.settings.nav, permission: 'organisation:write' },
    },
  ],
  nouns: [
    { noun: unit, path: 'units', nav: { group: 'administration', order: 10, icon: <ApartmentOutlined /> } },
    {
      noun: person,
      path: 'people',
      nav: { group: 'administration', order: 20, icon: <TeamOutlined /> },
      actions: [
        { name: 'invite', icon: <UserAddOutlined />, label: (t) => t.pages.people.invite, component: () => import('./people/InvitePerson.tsx') },
        { name: 'resetPassword', icon: <KeyOutlined />, label: (t) => t.pages.people.reset, component: () => import('./people/ResetPassword.tsx') },
        { name: 'disableAccount', icon: <StopOutlined />, label: (t) => t.pages.people.disable, component: async () => (await import('./people/SwitchAccount.tsx')).disableAccount },
        { name: 'enableAccount', icon: <UndoOutlined />, label: (t) => t.pages.people.enable, component: async () => (await import('./people/SwitchAccount.tsx')).enableAccount },
      ],
    },
    { noun: roleAssignment, path: 'role-assignments', nav: { group: 'administration', order: 30, icon: <SafetyCertificateOutlined /> } },
  ],
  account: {
    signOut: async () => void (await auth('/sign-out', {})),
    saveLocale: async (locale) => void (await api.account.preferences.call({ locale })),
    menu: [{ to: '/account', icon: <UserOutlined />, label: (t) => t.pages.account.menu }],
  },
})
