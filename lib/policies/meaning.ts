import type { PermissionLevel } from './levels';
import { type AccessShare, accessShare } from './share';

export type Extent = 'yes' | 'some' | 'no';

/**
 * What a level means to somebody who does not know AWS. `can` and `cannot` complete the sentence "<name> can …";
 * `residual` is what ending the access does not undo.
 */
export type Meaning = {
  can: string[];
  cannot: string[];
  worthKnowing: string[];
  readsData: Extent;
  spendsMoney: Extent;
  changesAccess: Extent;
  residual: string[];
  share: AccessShare;
};

type Words = Omit<Meaning, 'share'>;

const cannotEver = [
  'create users, roles, access keys or passwords, or sign in through another role',
  'change or keep the access itself: it ends when you end it',
  'stop or delete the trail that records what happens',
];

const startedThings =
  'Things that were started (servers, functions, schedules) keep running and keep costing money until someone stops them.';
const sharedThings =
  'Data that was shared with another account or made public (buckets, keys, images, snapshots, function URLs) stays shared.';
const copies = 'Data that was read may have been copied.';
const networkDoors = 'Network openings and key pairs on servers stay as they were left.';
const passedRoles =
  'A server or function that was started with one of your existing roles keeps the rights of that role.';

const passRole =
  'Existing roles can be given to new servers or functions, which then act with the rights of those roles.';

const words: Record<PermissionLevel, Words> = {
  AdministratorAccess: {
    can: [
      'use every service: create, change and delete anything',
      'read all data, including files, databases and secrets',
      'incur costs without limit',
      'change what your existing users may do',
    ],
    cannot: [...cannotEver, 'touch your organization, or close the account'],
    worthKnowing: [
      'This is the widest level. Ask whether a narrower one is enough.',
      passRole,
      'Policies of your existing users and groups can be changed; check them afterwards.',
    ],
    readsData: 'yes',
    spendsMoney: 'yes',
    changesAccess: 'some',
    residual: [startedThings, sharedThings, passedRoles, networkDoors, copies],
  },
  PowerUserAccess: {
    can: [
      'use nearly every service: create, change and delete resources',
      'read all data, including files, databases and secrets',
      'incur costs without limit',
    ],
    cannot: [
      'change users, groups or policies',
      ...cannotEver,
      'touch your organization or the account settings',
    ],
    worthKnowing: [
      'This is wide: only the management of people and rights is left out.',
      'Services can be allowed to act on their own through roles that AWS prepares for them.',
    ],
    readsData: 'yes',
    spendsMoney: 'yes',
    changesAccess: 'some',
    residual: [startedThings, sharedThings, networkDoors, copies],
  },
  SystemAdministrator: {
    can: [
      'run servers, storage, queues, alarms and deployments',
      'read and change every file in every bucket',
      'incur costs without limit',
      'look at users, roles and policies',
    ],
    cannot: ['change users, groups or policies', ...cannotEver],
    worthKnowing: [
      'All of S3 is included: every bucket and every file.',
      'Roles with certain names (such as ec2-sysadmin-…) can be given to new servers or functions.',
    ],
    readsData: 'yes',
    spendsMoney: 'yes',
    changesAccess: 'some',
    residual: [startedThings, sharedThings, passedRoles, networkDoors, copies],
  },
  DatabaseAdministrator: {
    can: [
      'create, change and delete databases, their backups and their settings',
      'read and change files in every bucket',
      'read and write tables where AWS itself guards the data, such as DynamoDB',
      'incur costs with new databases',
    ],
    cannot: ['start servers', 'change users, groups or policies', ...cannotEver],
    worthKnowing: [
      'Deleting a database can also delete its automatic backups.',
      'Seven roles with fixed names (such as rds-monitoring-role) can be given to services.',
    ],
    readsData: 'yes',
    spendsMoney: 'yes',
    changesAccess: 'some',
    residual: [startedThings, sharedThings, passedRoles, copies],
  },
  NetworkAdministrator: {
    can: [
      'build and change networks, routes, firewalls, DNS names and load balancers',
      'open or close servers to the internet',
      'incur costs with gateways, addresses and connections',
    ],
    cannot: [
      'start or stop servers',
      'read files or databases',
      'change users, groups or policies',
      ...cannotEver,
    ],
    worthKnowing: [
      'A wrong route or firewall rule can take a site offline at once.',
      'Names of buckets and the list of files in them can be seen, not their contents.',
      'Roles whose names begin with flow-logs- can be given to the network logs.',
    ],
    readsData: 'no',
    spendsMoney: 'yes',
    changesAccess: 'some',
    residual: [networkDoors, 'DNS names, routes and peerings stay as they were left.', startedThings],
  },
  Billing: {
    can: [
      'see bills, invoices and costs, and where they come from',
      'add and remove payment methods, and make payments',
      'change budgets, tax settings, purchase orders and cost reports',
    ],
    cannot: ['see or change servers, files or databases', ...cannotEver],
    worthKnowing: [
      'Budget actions can be changed, and some of them stop servers or limit rights.',
      'Tax and address data of your company can be seen and changed.',
    ],
    readsData: 'no',
    spendsMoney: 'yes',
    changesAccess: 'no',
    residual: ['Payments, payment methods and tax settings stay as they were left.', copies],
  },
  SupportUser: {
    can: [
      'open and reply to cases with AWS Support',
      'look at how most services are set up, to find the cause of a problem',
    ],
    cannot: ['create, change or delete servers, files or databases', ...cannotEver],
    worthKnowing: [
      'Messages in queues and the contents of search indexes can be read.',
      'What is written into a support case is seen by AWS and cannot be taken back.',
    ],
    readsData: 'some',
    spendsMoney: 'no',
    changesAccess: 'no',
    residual: ['Support cases that were opened stay open.', copies],
  },
  SecurityAudit: {
    can: [
      'look at how nearly every service is set up, above all at its security',
      'see users, roles, policies and firewall rules',
    ],
    cannot: ['change anything', 'read the contents of your files or databases', ...cannotEver],
    worthKnowing: [
      'Log files of databases can be downloaded.',
      'Settings can give secrets away when secrets were written into them, for example in the variables of a function.',
    ],
    readsData: 'some',
    spendsMoney: 'no',
    changesAccess: 'no',
    residual: [copies],
  },
  ViewOnlyAccess: {
    can: ['see which resources you have and what they are called in nearly every service'],
    cannot: ['change anything', 'read the contents of your files or databases', ...cannotEver],
    worthKnowing: ['This is the narrowest level. It is enough for a first look and for most advice.'],
    readsData: 'no',
    spendsMoney: 'no',
    changesAccess: 'no',
    residual: ['Names and lists that were seen may have been copied.'],
  },
};

export function meaning(level: PermissionLevel): Meaning {
  return { ...words[level], share: accessShare(level) };
}
