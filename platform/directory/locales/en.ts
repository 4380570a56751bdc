export const en = {
  nouns: {
    unit: {
      one: 'Unit', many: 'Units',
      about: 'The organisation’s structure. Assets, people and responsibilities belong to units; a department head sees and keeps the part below theirs.',
      fields: { name: 'Name', code: 'Code', parent: 'Parent unit', head: 'Head', note: 'Note' },
      values: {},
    },
    person: {
      one: 'Person', many: 'People',
      about: 'Everyone who owns, decides or does something in the ISMS. A person need not have an account.',
      fields: { name: 'Name', email: 'E-mail', unit: 'Unit', jobTitle: 'Job title', employeeNumber: 'Employee no.', account: 'Account' },
      values: { account: { none: 'None', invited: 'Invited', active: 'Active', disabled: 'Disabled' } },
    },
    roleAssignment: {
      one: 'Role assignment', many: 'Roles',
      about: 'Who may do what, where and until when. No one grants roles to themselves, and the three administrators are three people.',
      fields: { person: 'Person', role: 'Role', unit: 'Within unit', validUntil: 'Valid until', reason: 'Reason' },
      values: {
        role: {
          topManagement: 'Top management', ismsManager: 'ISMS manager', departmentHead: 'Department head', assetOwner: 'Asset owner',
          controlOwner: 'Control owner', riskOwner: 'Risk owner', employee: 'Employee', internalAuditor: 'Internal auditor',
          externalAuditor: 'External auditor', systemAdministrator: 'System administrator',
          securityAdministrator: 'Security administrator', auditAdministrator: 'Audit administrator',
        },
      },
    },
  },
  errors: {
    'setup.closed': 'This installation is already set up.',
    'setup.token': 'The set-up token is not right.',
    'password.common': 'This password is on lists of leaked or common passwords.',
    'password.guessable': 'This password is too easy to guess.',
    'invitation.invalid': 'This invitation does not exist, has expired or was already used.',
    'invitation.noEmail': '{name} has no e-mail address. Enter one first.',
    'invitation.hasAccount': '{name} already has an account here.',
    'role.self': 'Nobody can give roles to themselves.',
    'role.administrators': 'System, security and audit administrator must be three different people.',
    'role.notYours': 'You may not give or take this role.',
    'role.lastManager': 'At least one ISMS manager must remain.',
    'role.needsUnit': 'A department head needs a unit.',
    'role.needsEnd': 'An external auditor’s access needs an end date.',
    'unit.cycle': 'A unit cannot stand below itself.',
    'membership.none': '{name} has no account here.',
    'field.timezone': 'Not a time zone of the IANA database.',
  },
  hints: {
    'setup.token': 'It is printed on the console where Heng was started, and is new after each start.',
    'password.common': 'Use several unrelated words, or a password manager.',
    'password.guessable': 'Use several unrelated words, or a password manager.',
    'invitation.invalid': 'Ask the person who invited you for a new link.',
    'role.notYours': 'Business roles are given by the ISMS manager, administrator roles by the security administrator.',
  },
}
