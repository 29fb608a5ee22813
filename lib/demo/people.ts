/** The three people of the guided job, each one press away. Invented, and in the demo alone. */
export const DEMO_PEOPLE = {
  customer: { name: 'Nadia Okafor', email: 'nadia.okafor@fernhillbooks.example', of: 'Fernhill Books' },
  expert: { name: 'Mateo Lindqvist', email: 'mateo.lindqvist@cloudharbour.example', of: 'Cloudharbour' },
  admin: { name: 'Ines Duarte', email: 'ines.duarte@groundcrew.example', of: 'Groundcrew' },
} as const;

/** The AWS account that whoever plays the customer connects: open in the sandbox, and nobody's yet. */
export const DEMO_ACCOUNT = { id: '304512787001', alias: 'fernhill-staging' };

export type DemoRole = keyof typeof DEMO_PEOPLE;
export const DEMO_ROLES = Object.keys(DEMO_PEOPLE) as [DemoRole, ...DemoRole[]];
