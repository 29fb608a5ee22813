import type { IncomingMessage } from 'node:http';
import { createAccount } from '@/lib/sandbox/aws/accounts';
import { createStack, type Template } from '@/lib/sandbox/aws/cloudformation';
import { consoleSession, login, signinToken } from '@/lib/sandbox/aws/federation';
import type { Raw } from '@/lib/sandbox/aws/operation';
import { accountRows } from '@/lib/sandbox/aws/state';
import { fetchTemplate } from '@/lib/sandbox/aws/template-source';
import { isWireError, type WireError } from '@/lib/sandbox/aws/wire';
import type { World } from '@/lib/sandbox/aws/world';
import { consolePage, press, signedOutPage } from './console';
import { historyPage } from './history';
import { insidePage } from './inside';
import { chooseAccountPage, problemPage, stackDonePage, stackFormPage } from './stack';

const COOKIE = 'groundcrew_sandbox_console';
const PARAMETER = 'param_';

const headers = {
  'cache-control': 'no-store',
  // Not no-referrer: a browser then sends `Origin: null` with the page's own forms, which are told by their origin.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

function pageReply(body: string, status = 200): Raw {
  return { status, type: 'text/html; charset=utf-8', headers, body };
}

const refusal = (title: string, error: WireError) =>
  pageReply(problemPage(title, error.message), error.status);

/** The pages for people, and the sign-in endpoint. Undefined: the address is none of them. */
export async function answerBrowser(
  world: World,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Raw | undefined> {
  const form = new URLSearchParams(body.toString('utf8'));
  if (request.method === 'GET' && url.pathname === '/') return pageReply(insidePage(world));
  if (request.method === 'GET' && url.pathname === '/federation') return federation(world, url);
  if (request.method === 'GET' && url.pathname === '/cloudtrailv2/home') {
    const history = historyPage(world, url.searchParams);
    return history
      ? pageReply(history)
      : pageReply(problemPage('Event history', 'No such account here, or the Region is missing.'), 404);
  }
  if (url.pathname === '/console/' || url.pathname === '/console') return consoleReply(world, request, form);
  if (url.pathname === '/cloudformation/create') {
    return request.method === 'POST' ? createReply(world, form) : await reviewReply(world, url.searchParams);
  }
  return undefined;
}

function federation(world: World, url: URL): Raw {
  const action = url.searchParams.get('Action');
  try {
    if (action === 'getSigninToken') {
      return {
        status: 200,
        type: 'application/json',
        headers,
        body: JSON.stringify(signinToken(world, url.searchParams)),
      };
    }
    if (action === 'login') {
      const { cookie } = login(world, url.searchParams, url.origin);
      const set = `${COOKIE}=${cookie}; Path=/console; HttpOnly; SameSite=Lax`;
      return {
        status: 302,
        type: 'text/plain',
        headers: { ...headers, location: '/console/', 'set-cookie': set },
        body: '',
      };
    }
  } catch (error) {
    if (isWireError(error)) return refusal('Sign-in refused', error);
    throw error;
  }
  return pageReply(problemPage('Sign-in refused', 'Action must be getSigninToken or login.'), 400);
}

function consoleReply(world: World, request: IncomingMessage, form: URLSearchParams): Raw {
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  const who = cookie === undefined ? undefined : consoleSession(world, cookie);
  if (!who) return pageReply(signedOutPage(), 401);
  const from = {
    ip: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    agent: String(request.headers['user-agent'] ?? ''),
  };
  const answer = request.method === 'POST' ? press(world, who.caller, form, from) : undefined;
  return pageReply(consolePage(world, who, answer));
}

const OWN_ACCOUNT = 'This is Groundcrew’s own account. Connect a customer’s account instead.';

function ownAccount(world: World, id: string | null) {
  return accountRows(world).find((row) => row.id === id);
}

function given(values: URLSearchParams): Record<string, string> {
  const own = [...values].filter(([name]) => name.startsWith(PARAMETER));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(PARAMETER.length), value]));
}

/** What the form shows first: the link's values for parameters that exist, defaults for the rest, as CloudFormation does. */
function initial(template: Template, linked: Record<string, string>): Record<string, string> {
  const names = Object.entries(template.Parameters ?? {});
  return Object.fromEntries(names.map(([name, rule]) => [name, linked[name] ?? String(rule.Default ?? '')]));
}

/** Whoever follows a link into an account that nobody has opened here yet has just opened it. */
function openedAccount(world: World, id: string | null) {
  if (id && /^\d{12}$/.test(id) && !ownAccount(world, id))
    createAccount(world, { accountId: id, alias: `account-${id.slice(-4)}` });
  return ownAccount(world, id);
}

async function reviewReply(world: World, query: URLSearchParams): Promise<Raw> {
  const account = openedAccount(world, query.get('account'));
  if (!account) {
    return pageReply(
      chooseAccountPage(
        accountRows(world).filter(({ platform }) => !platform),
        query,
      ),
    );
  }
  if (account.platform) return pageReply(problemPage('Couldn’t create the stack', OWN_ACCOUNT), 400);
  const templateUrl = query.get('templateURL') ?? '';
  try {
    const template = await fetchTemplate(world, templateUrl);
    const stackName = query.get('stackName') ?? '';
    return pageReply(
      stackFormPage({ account, templateUrl, stackName, template, values: initial(template, given(query)) }),
    );
  } catch (error) {
    if (isWireError(error)) return refusal('Couldn’t create the stack', error);
    throw error;
  }
}

async function createReply(world: World, form: URLSearchParams): Promise<Raw> {
  const account = ownAccount(world, form.get('account'));
  const templateUrl = form.get('templateURL') ?? '';
  const stackName = form.get('stackName') ?? '';
  if (!account) return pageReply(problemPage('Couldn’t create the stack', 'No such account.'), 404);
  if (account.platform) return pageReply(problemPage('Couldn’t create the stack', OWN_ACCOUNT), 400);
  try {
    const template = await fetchTemplate(world, templateUrl);
    const values = given(form);
    const again = (problem: string) =>
      pageReply(stackFormPage({ account, templateUrl, stackName, template, values, problem }), 400);
    if (form.get('capability') !== 'CAPABILITY_NAMED_IAM')
      return again('Requires capabilities: [CAPABILITY_NAMED_IAM]');
    try {
      const stack = createStack(world, { accountId: account.id, stackName, template, parameters: values });
      return pageReply(stackDonePage(account, stack, world.returnUrl));
    } catch (error) {
      if (isWireError(error)) return again(`${error.code}: ${error.message}`);
      throw error;
    }
  } catch (error) {
    if (isWireError(error)) return refusal('Couldn’t create the stack', error);
    throw error;
  }
}
