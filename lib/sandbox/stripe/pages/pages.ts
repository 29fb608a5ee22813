import type { ServerResponse } from 'node:http';
import { redeliver } from '../control';
import { isFailure } from '../failure';
import { parseForm } from '../form';
import { redirect } from '../http';
import type { Call, Sandbox } from '../sandbox';
import { transaction } from '../store';
import { answerAuthentication, showAuthentication } from './authentication';
import { saveCard, showCheckout } from './checkout';
import { notFoundPage, type Shown } from './frame';
import { sendPage } from './look';
import { showObject } from './object';
import { showKind, showOverview } from './overview';

/** The pages people see: the card page, the bank's page and the ones to look inside. */
export function answerPage(
  sandbox: Sandbox,
  method: string,
  url: URL,
  body: string,
  response: ServerResponse,
): void {
  const shown = transaction(sandbox.store, () => choose(sandbox, method, url, body));
  sandbox.wake();
  if ('to' in shown) redirect(response, shown.to);
  else sendPage(response, shown.status, shown.text, shown.formsLeadTo);
}

function choose(sandbox: Sandbox, method: string, url: URL, body: string): Shown {
  const [, place = '', id = '', verb = ''] = url.pathname.split('/');
  const form = parseForm(method === 'POST' ? body : '');
  const call: Call = {
    sandbox,
    store: sandbox.store,
    ids: [id],
    form,
    request: { id: null, idempotency_key: null },
  };
  try {
    switch (`${method === 'HEAD' ? 'GET' : method} ${place}${verb ? `/${verb}` : ''}`) {
      case 'GET ':
        return showOverview(call);
      case 'GET list':
        return showKind(call, url.searchParams.get('before'));
      case 'GET objects':
        return showObject(call);
      case 'POST objects/redeliver': {
        const problem = redeliver(sandbox, id);
        return problem ? notFoundPage(problem) : { to: `/objects/${id}` };
      }
      case 'GET checkout':
        return showCheckout(call);
      case 'POST checkout':
        return saveCard(call);
      case 'GET authenticate':
        return showAuthentication(call);
      case 'POST authenticate':
        return answerAuthentication(call);
      default:
        return notFoundPage('No such page here.');
    }
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return notFoundPage(thrown.message);
  }
}
