export const pages = {
  categories: {
    all: 'All risks', wholeOrganisation: 'Whole organisation',
    kinds: { all: 'All risks', threatGroup: 'Source of threat', property: 'What is lost', assetCategory: 'Class of asset' },
    threatGroup: {
      'external-attacker': 'External attackers', 'insider-malicious': 'Insiders, on purpose', 'insider-error': 'Insiders, by mistake', 'third-party': 'Third parties', 'technical-failure': 'Technical failure',
      environment: 'Nature and surroundings', organisational: 'Organisation',
    },
    property: { confidentiality: 'Loss of confidentiality', integrity: 'Loss of integrity', availability: 'Loss of availability' },
    assetCategory: { business: 'Business', hardware: 'Hardware', software: 'Software', data: 'Data', service: 'Services', people: 'People', premises: 'Premises', network: 'Networks', document: 'Documents' },
  },
  statement: { newName: 'Risk appetite {year}' },
  trigger: { assetFields: { value: 'value', owner: 'owner', unit: 'unit', classification: 'classification' } },
  indicator: {
    problems: {
      at: '“{value}” is no date or time.', value: '“{value}” is no number.', unknown: 'There is no indicator {reference} that you may report on.', future: 'The measurement lies in the future.',
      twice: 'The same indicator and instant stand in line {first}.', columns: { indicator: 'indicator', at: 'time', value: 'value' },
    },
  },
}
