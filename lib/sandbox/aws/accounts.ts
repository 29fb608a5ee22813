import { addInstance } from './ec2';
import { secretKey, uniqueId } from './ids';
import { insertRole } from './roles';
import { storeObject } from './s3';
import { holderOf } from './who';
import { type Caller, validationError, wireError } from './wire';
import type { PlatformSettings, World } from './world';

export type OwnerKey = { accessKeyId: string; secretAccessKey: string };

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const HOME_REGION = 'eu-west-1';

function addUser(
  world: World,
  input: { accountId: string; name: string; policies: unknown[]; key: OwnerKey },
): void {
  const { accountId, name, key } = input;
  const id = uniqueId('AIDA');
  const at = world.clock.now();
  const arn = `arn:aws:iam::${accountId}:user/${name}`;
  const addUserSql =
    'INSERT INTO users (id, accountId, name, arn, policies, createdAt) VALUES (?, ?, ?, ?, ?, ?)';
  world.database.run(addUserSql, id, accountId, name, arn, JSON.stringify(input.policies), at);
  const addKeySql = 'INSERT INTO keys (id, secret, accountId, userId, createdAt) VALUES (?, ?, ?, ?, ?)';
  world.database.run(addKeySql, key.accessKeyId, key.secretAccessKey, accountId, id, at);
}

/** The platform's own account: a user with the broker's keys, and the role that customers' accounts trust. */
export function ensurePlatform(world: World, platform: PlatformSettings): void {
  if (world.database.one('SELECT 1 AS known FROM accounts WHERE id = ?', platform.accountId)) return;
  const path = platform.brokerRoleArn.slice(platform.brokerRoleArn.indexOf(':role/') + 5);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const key = { accessKeyId: platform.brokerAccessKeyId, secretAccessKey: platform.brokerSecretAccessKey };
  world.database.atomically(() => {
    const add = 'INSERT INTO accounts (id, alias, ownerKeyId) VALUES (?, ?, ?)';
    world.database.run(add, platform.accountId, 'platform', key.accessKeyId);
    const mayBecomeBroker = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: platform.brokerRoleArn }],
    };
    addUser(world, { accountId: platform.accountId, name: 'broker', policies: [mayBecomeBroker], key });
    insertRole(
      world,
      {
        id: uniqueId('AROA'),
        accountId: platform.accountId,
        name,
        path: path.slice(0, path.lastIndexOf('/') + 1),
        arn: platform.brokerRoleArn,
        description: 'Enters the accounts of customers.',
        maxSession: 3600,
        createdAt: world.clock.now(),
      },
      {
        deleted: false,
        trust: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${platform.accountId}:user/broker` },
              Action: 'sts:AssumeRole',
            },
          ],
        }),
        attached: [],
        inline: {
          EnterCustomersAccounts: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
                Resource: 'arn:aws:iam::*:role/Groundcrew*',
              },
            ],
          }),
        },
        boundary: undefined,
        tags: {},
      },
      // It stood before the sandbox began, so there is nothing to propagate.
      0,
    );
  });
}

/** A customer's account with an administrator, three buckets and two servers. Throws when the id is taken or no account id. */
export function createAccount(world: World, input: { accountId: string; alias: string }): OwnerKey {
  const { accountId, alias } = input;
  if (!/^\d{12}$/.test(accountId)) throw validationError('accountId must be 12 digits.');
  if (!/^[a-z0-9]([a-z0-9-]{1,61})[a-z0-9]$/.test(alias))
    throw validationError('alias must be 3 to 63 of a-z, 0-9 and -.');
  if (world.database.one('SELECT 1 AS known FROM accounts WHERE id = ?', accountId)) {
    throw wireError('EntityAlreadyExists', 409, `Account ${accountId} exists.`);
  }
  const key = { accessKeyId: uniqueId('AKIA'), secretAccessKey: secretKey() };
  world.database.atomically(() => {
    world.database.run(
      'INSERT INTO accounts (id, alias, ownerKeyId) VALUES (?, ?, ?)',
      accountId,
      alias,
      key.accessKeyId,
    );
    addUser(world, { accountId, name: 'owner', policies: [ADMINISTRATOR], key });
    const objects: Record<string, Record<string, string>> = {
      backups: {
        'orders/2026-11-20.sql': 'CREATE TABLE orders (id integer);\n',
        'orders/2026-11-21.sql': 'CREATE TABLE orders (id integer);\n',
      },
      logs: { 'web/access.log': 'GET / 200 12ms\nGET /basket 500 3012ms\n' },
      website: {
        'index.html': '<!doctype html><title>Shop</title><h1>Shop</h1>\n',
        'style.css': 'body { margin: 0 }\n',
      },
    };
    for (const [purpose, files] of Object.entries(objects)) {
      // Bucket names are unique across all of AWS, so the account's id is part of them.
      const bucket = `${alias}-${purpose}-${accountId.slice(-4)}`;
      const add = 'INSERT OR IGNORE INTO buckets (name, accountId, region, createdAt) VALUES (?, ?, ?, ?)';
      world.database.run(add, bucket, accountId, HOME_REGION, world.clock.now());
      for (const [name, text] of Object.entries(files))
        storeObject(world, bucket, name, Buffer.from(text), 'text/plain');
    }
    for (const name of ['web', 'worker']) {
      addInstance(world, {
        accountId,
        region: HOME_REGION,
        name,
        type: 't3.small',
        image: 'ami-0a1b2c3d4e5f67890',
      });
    }
  });
  return key;
}

/** The administrator of an account, as the owner's pages act. */
export function ownerOf(world: World, accountId: string): Caller | undefined {
  const row = world.database.one<{ ownerKeyId: string }>(
    'SELECT ownerKeyId FROM accounts WHERE id = ?',
    accountId,
  );
  return row && holderOf(world, row.ownerKeyId)?.caller;
}
