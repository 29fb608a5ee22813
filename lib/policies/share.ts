import { asList, statements } from './document';
import type { PermissionLevel } from './levels';
import { levelPolicy } from './managed';

/**
 * How a level's document is made up, counted in its own action patterns. `reach` says what the numbers cannot:
 * a document that allows `*` has one pattern and every right. `exceptServices` are the services left out.
 */
export type AccessShare = {
  reach: 'everything' | 'everythingExcept' | 'listed';
  exceptServices: string[];
  services: number;
  wholeServices: string[];
  list: number;
  read: number;
  write: number;
  permissions: number;
};

type Kind = 'list' | 'read' | 'write' | 'permissions';

// Actions that hand rights on to somebody: roles, keys, grants, resource policies.
const permissionActions =
  /^(PassRole|Put\w*Policy|Set\w*Policy|Attach\w*Policy|Detach\w*Policy|CreateGrant|AddPermission|RemovePermission|\w*Acl|CreateServiceLinkedRole|DeleteServiceLinkedRole|Update\w*RolePolicy|ModifyImageAttribute|ModifySnapshotAttribute|Create\w*(User|Role|AccessKey|LoginProfile)|Tag(Role|User))\*?$/;
const readActions =
  /^(Get|BatchGet|Read|Query|Scan|Select|Search|Lookup|Download|View|Estimate|Filter|Simulate|Check|Test|Verify|Validate|Preview|Generate|Retrieve|Fetch|Poll|Receive|StartQuery|StopQuery|Detect|Is|Has|Export|Consolidate|Compare|Discover|Evaluate|Resolve|Start\w*Query|GET)/;
const listActions = /^(List|Describe|BatchDescribe|Count|Summari[sz]e)/;

export function actionKind(pattern: string): Kind {
  const name = pattern.slice(pattern.indexOf(':') + 1);
  if (listActions.test(name)) return 'list';
  if (readActions.test(name)) return 'read';
  return permissionActions.test(name) ? 'permissions' : 'write';
}

export function accessShare(level: PermissionLevel): AccessShare {
  const share: AccessShare = {
    reach: 'listed',
    exceptServices: [],
    services: 0,
    wholeServices: [],
    list: 0,
    read: 0,
    write: 0,
    permissions: 0,
  };
  const services = new Set<string>();
  for (const statement of statements(levelPolicy(level).document)) {
    if (statement.Effect !== 'Allow') continue;
    if (statement.NotAction) {
      share.reach = 'everythingExcept';
      share.exceptServices.push(
        ...asList(statement.NotAction).map((action) => action.split(':')[0] as string),
      );
    }
    for (const action of asList(statement.Action)) {
      if (action === '*') {
        share.reach = 'everything';
        continue;
      }
      const service = action.split(':')[0] as string;
      services.add(service);
      if (action.endsWith(':*')) share.wholeServices.push(service);
      else share[actionKind(action)] += 1;
    }
  }
  share.services = services.size;
  return share;
}
