import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  ListInstanceProfilesForRoleCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { levelArn } from '@/lib/policies/levels';
import { CUSTOMER, iam, openWorld, refusal, type TestWorld } from './world';

const trust = (AWS = `arn:aws:iam::${CUSTOMER}:root`) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }],
  });
const allowAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});
const DENY = 'arn:aws:iam::aws:policy/AWSDenyAll';

describe('IAM', () => {
  let world: TestWorld;
  let client: IAMClient;
  const create = (RoleName: string, more: object = {}) =>
    client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(), ...more }));

  beforeAll(async () => {
    world = await openWorld();
    client = iam(world.owner);
  });
  afterAll(async () => world.close());

  it('returns a role with its id, its boundary, its tags and its URL-encoded trust policy (documented)', async () => {
    const made = await create('Shape', {
      Path: '/team/',
      Description: 'A café',
      PermissionsBoundary: `arn:aws:iam::${CUSTOMER}:policy/GroundcrewExpertBoundary`,
      Tags: [{ Key: 'groundcrew', Value: '1' }],
    });
    expect(made.Role?.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
    const { Role } = await client.send(new GetRoleCommand({ RoleName: 'Shape' }));
    expect(Role).toMatchObject({
      Arn: `arn:aws:iam::${CUSTOMER}:role/team/Shape`,
      Description: 'A café',
      MaxSessionDuration: 3600,
      Tags: [{ Key: 'groundcrew', Value: '1' }],
    });
    expect(Role?.PermissionsBoundary?.PermissionsBoundaryArn).toContain('GroundcrewExpertBoundary');
    expect(Role?.AssumeRolePolicyDocument).not.toContain('{');
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(trust());
  });

  it('finds names without regard to case and refuses a second of the same (documented)', async () => {
    await create('Cased');
    expect((await client.send(new GetRoleCommand({ RoleName: 'cASED' }))).Role?.RoleName).toBe('Cased');
    expect(await refusal(create('CASED'))).toMatchObject({
      name: 'EntityAlreadyExistsException',
      status: 409,
    });
  });

  it('gives a role of the same name another id (documented)', async () => {
    const first = await create('Again');
    await client.send(new DeleteRoleCommand({ RoleName: 'Again' }));
    expect((await create('Again')).Role?.RoleId).not.toBe(first.Role?.RoleId);
  });

  it.each([
    ['no JSON', '{'],
    ['no principal', allowAll],
    ['another service’s action', trust().replace('sts:AssumeRole', 'iam:GetRole')],
    ['an unknown operator', trust().replace('"Effect"', '"Condition":{"StringSortOf":{"a":"b"}},"Effect"')],
  ])('refuses a trust policy with %s as MalformedPolicyDocument (documented)', async (_, document) => {
    const call = client.send(new CreateRoleCommand({ RoleName: 'Bad', AssumeRolePolicyDocument: document }));
    expect(await refusal(call)).toMatchObject({ name: 'MalformedPolicyDocumentException', status: 400 });
  });

  it('refuses names, descriptions and durations that its model forbids (documented)', async () => {
    for (const more of [{ Description: 'smart ’quote' }, { MaxSessionDuration: 60 }, { Path: 'no-slash' }]) {
      expect(await refusal(create('Bad', more))).toMatchObject({ name: 'ValidationError', status: 400 });
    }
    expect((await refusal(create('with space'))).name).toBe('ValidationError');
    expect((await refusal(create('x'.repeat(65)))).name).toBe('ValidationError');
  });

  it('wants the exact ARN of a job-function policy (documented)', async () => {
    await create('Exact');
    const attach = (PolicyArn: string) =>
      client.send(new AttachRolePolicyCommand({ RoleName: 'Exact', PolicyArn }));
    expect(await refusal(attach('arn:aws:iam::aws:policy/Billing'))).toMatchObject({
      name: 'NoSuchEntityException',
      status: 404,
    });
    await attach(levelArn('Billing', 'aws'));
    await attach(levelArn('Billing', 'aws'));
    const { AttachedPolicies } = await client.send(
      new ListAttachedRolePoliciesCommand({ RoleName: 'Exact' }),
    );
    expect(AttachedPolicies).toEqual([{ PolicyName: 'Billing', PolicyArn: levelArn('Billing', 'aws') }]);
  });

  it('attaches ten managed policies and no eleventh, and pages through them (documented)', async () => {
    await create('Full');
    for (let index = 0; index < 10; index += 1) {
      const { Policy } = await client.send(
        new CreatePolicyCommand({ PolicyName: `Filler${index}`, PolicyDocument: allowAll }),
      );
      expect((await client.send(new GetPolicyCommand({ PolicyArn: Policy?.Arn }))).Policy?.PolicyName).toBe(
        `Filler${index}`,
      );
      await client.send(new AttachRolePolicyCommand({ RoleName: 'Full', PolicyArn: Policy?.Arn }));
    }
    const eleventh = client.send(new AttachRolePolicyCommand({ RoleName: 'Full', PolicyArn: DENY }));
    expect(await refusal(eleventh)).toMatchObject({ name: 'LimitExceededException', status: 409 });
    const first = await client.send(new ListAttachedRolePoliciesCommand({ RoleName: 'Full', MaxItems: 6 }));
    expect(first).toMatchObject({ IsTruncated: true });
    const second = await client.send(
      new ListAttachedRolePoliciesCommand({ RoleName: 'Full', MaxItems: 6, Marker: first.Marker }),
    );
    expect(second.AttachedPolicies).toHaveLength(4);
    expect(second.IsTruncated).toBe(false);
  });

  it('deletes a role only without policies and outside instance profiles (documented)', async () => {
    const RoleName = 'Held';
    const remove = () => client.send(new DeleteRoleCommand({ RoleName }));
    await create(RoleName);
    await client.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: DENY }));
    expect(await refusal(remove())).toMatchObject({ name: 'DeleteConflictException', status: 409 });
    await client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: DENY }));
    expect(
      (await refusal(client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: DENY })))).name,
    ).toBe('NoSuchEntityException');
    await client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'Own', PolicyDocument: allowAll }));
    expect((await client.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames).toEqual(['Own']);
    const own = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'Own' }));
    expect(decodeURIComponent(own.PolicyDocument ?? '')).toBe(allowAll);
    expect((await refusal(remove())).name).toBe('DeleteConflictException');
    await client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'Own' }));
    await client.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'Holder' }));
    await client.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'Holder', RoleName }));
    const held = await client.send(new ListInstanceProfilesForRoleCommand({ RoleName }));
    expect(held.InstanceProfiles?.[0]?.Roles?.[0]?.RoleName).toBe(RoleName);
    expect((await refusal(remove())).name).toBe('DeleteConflictException');
    await client.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: 'Holder', RoleName }));
    await remove();
    expect(await refusal(client.send(new GetRoleCommand({ RoleName })))).toMatchObject({
      name: 'NoSuchEntityException',
      status: 404,
    });
  });

  it('adds tags, replaces trust and lists roles by path (documented)', async () => {
    await create('Tagged', { Path: '/listed/' });
    await client.send(new TagRoleCommand({ RoleName: 'Tagged', Tags: [{ Key: 'a', Value: '1' }] }));
    expect((await client.send(new ListRoleTagsCommand({ RoleName: 'Tagged' }))).Tags).toEqual([
      { Key: 'a', Value: '1' },
    ]);
    const other = trust('arn:aws:iam::444455556666:root');
    await client.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'Tagged', PolicyDocument: other }));
    const { Roles } = await client.send(new ListRolesCommand({ PathPrefix: '/listed/' }));
    expect(Roles?.map((role) => decodeURIComponent(role.AssumeRolePolicyDocument ?? ''))).toEqual([other]);
  });
});
