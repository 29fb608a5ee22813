import { requestId } from '../ids';
import type { Result } from '../operation';
import { perform } from '../perform';
import { endOf } from '../who';
import { type Call, type Caller, isWireError, type Params, type ServiceName } from '../wire';
import type { World } from '../world';
import { type Html, html, page, remaining, time } from './page';

type Field = { name: string; label: string; param: string; value: string };
type Button = {
  id: string;
  service: ServiceName;
  operation: string;
  label: string;
  does: string;
  fields: Field[];
  params?: Params;
};

const buttons: Button[] = [
  {
    id: 'buckets',
    service: 's3',
    operation: 'ListBuckets',
    label: 'List buckets',
    does: 'S3: names of all buckets',
    fields: [],
  },
  {
    id: 'objects',
    service: 's3',
    operation: 'ListObjectsV2',
    label: 'List objects',
    does: 'S3: files of one bucket',
    fields: [{ name: 'bucket', label: 'Bucket', param: 'Bucket', value: '' }],
  },
  {
    id: 'instances',
    service: 'ec2',
    operation: 'DescribeInstances',
    label: 'List servers',
    does: 'EC2: all instances',
    fields: [],
  },
  {
    id: 'stop',
    service: 'ec2',
    operation: 'StopInstances',
    label: 'Stop server',
    does: 'EC2: stop an instance',
    fields: [{ name: 'instance', label: 'Instance id', param: 'InstanceId.1', value: '' }],
  },
  {
    id: 'run',
    service: 'ec2',
    operation: 'RunInstances',
    label: 'Start a new server',
    does: 'EC2: costs money on AWS',
    fields: [{ name: 'type', label: 'Instance type', param: 'InstanceType', value: 't3.small' }],
    params: { ImageId: 'ami-0a1b2c3d4e5f67890', MinCount: '1', MaxCount: '1' },
  },
  {
    id: 'user',
    service: 'iam',
    operation: 'CreateUser',
    label: 'Create user',
    does: 'IAM: a lasting way in, if it were allowed',
    fields: [{ name: 'user', label: 'User name', param: 'UserName', value: 'helper' }],
  },
];

const REGION = 'eu-west-1';

export type Answer = { button: string; ok: boolean; code: string; text: string };

/** Presses one of the console's buttons with the session's own rights. Undefined: there is no such button. */
export function press(
  world: World,
  caller: Caller,
  form: URLSearchParams,
  from: { ip: string; agent: string },
): Answer | undefined {
  const button = buttons.find((one) => one.id === form.get('do'));
  if (!button) return undefined;
  const params: Params = { ...button.params };
  for (const field of button.fields) params[field.param] = (form.get(field.name) ?? '').trim();
  const call: Call = {
    service: button.service,
    operation: button.operation,
    region: REGION,
    caller,
    params,
    raw: Buffer.alloc(0),
    sourceIp: from.ip,
    userAgent: from.agent,
    requestId: requestId(),
  };
  try {
    const { result } = perform(world, call);
    return { button: button.label, ok: true, code: 'Done', text: shown(result) };
  } catch (error) {
    if (!isWireError(error)) throw error;
    return { button: button.label, ok: false, code: error.code, text: error.message };
  }
}

function shown(result: Result): string {
  if (!result) return 'Done. AWS returned nothing more.';
  if ('json' in result) return JSON.stringify(result.json, null, 2);
  if ('tree' in result) return JSON.stringify(result.tree, null, 2);
  const names = [...String(result.raw.body).matchAll(/<(?:Name|Key)>([^<]*)<\/(?:Name|Key)>/g)].map(
    (match) => match[1] ?? '',
  );
  return names.length > 0 ? names.join('\n') : 'Nothing here.';
}

export function consolePage(
  world: World,
  who: { caller: Caller; issuer: string },
  answer: Answer | undefined,
): string {
  const { caller } = who;
  const session = caller.session;
  const ended = endOf(world, caller);
  const lamp = ended
    ? html`<span class="lamp stop">Session ended: ${ended.code}</span>`
    : html`<span class="lamp go">Signed in</span>`;
  const body = html`<header><h1>Console of account ${caller.accountId}</h1><p>${lamp}</p></header>
<main><section aria-labelledby="who"><h2 id="who">Who you are here</h2><dl><dt>account</dt><dd class="mono">${caller.accountId}</dd><dt>role</dt><dd class="mono">${session?.roleName}</dd><dt>session</dt><dd class="mono">${session?.name}</dd><dt>source identity</dt><dd class="mono">${session?.sourceIdentity ?? 'none'}</dd><dt>expires</dt><dd>${session ? time(session.expiresAt) : ''} (${session ? remaining(session.expiresAt - world.clock.now()) : ''})</dd></dl>${
    /^https?:\/\//.test(who.issuer)
      ? html`<p><a href="${who.issuer}">Back to where you signed in</a></p>`
      : undefined
  }</section>
${answer ? answerSection(answer) : undefined}
<section aria-labelledby="try"><h2 id="try">Try what this access allows</h2><p class="muted">Each button makes one real call in ${REGION} with this session's rights.</p>${buttons.map(buttonForm)}</section></main>`;
  return page('Console', body);
}

function answerSection(answer: Answer): Html {
  return html`<section class="answer ${answer.ok ? '' : 'refused'}" role="${answer.ok ? 'status' : 'alert'}" aria-labelledby="answer"><h2 id="answer">${answer.button}: ${answer.code}</h2><pre>${answer.text}</pre></section>`;
}

function buttonForm(button: Button): Html {
  return html`<form class="row" method="post" action="/console/"><input type="hidden" name="do" value="${button.id}">${button.fields.map(
    (field) =>
      html`<div><label for="${button.id}-${field.name}">${field.label}</label><input id="${button.id}-${field.name}" name="${field.name}" value="${field.value}" required autocomplete="off"></div>`,
  )}<button>${button.label}</button><span class="muted">${button.does}</span></form>`;
}

export function signedOutPage(): string {
  return page(
    'Console',
    html`<header><h1>No one is signed in</h1></header><main><section><p>Open the console from the page that gave you access. A sign-in link works once and for 15 minutes.</p></section></main>`,
  );
}
