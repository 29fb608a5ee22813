import { answerIntent } from '../attempt';
import { checkoutOf } from '../checkouts';
import { text } from '../form';
import type { Intent } from '../intent';
import type { Call } from '../sandbox';
import { answerSetup, type Setup } from '../setups';
import { mustFind } from '../store';
import { afterSetup } from './checkout';
import { narrowFrame, type Shown } from './frame';
import { html, type Markup } from './html';
import { originOf, page } from './look';
import { money } from './overview';

/** `GET /authenticate/:id`: what a bank's 3D Secure page would ask. */
export function showAuthentication(call: Call): Shown {
  const asked = find(call);
  if (asked.status !== 'requires_action') return answeredPage(call, asked);
  const body = html`
    <h1>Your bank asks you to confirm</h1>
    <div class="card">
      <p>${question(asked)}</p>
      <p class="small muted">This page stands in for the one your bank would show (3D Secure).</p>
      <form method="post" class="actions" action="/authenticate/${asked.id}">
        <button class="primary" name="answer" value="approve">Approve</button>
        <button class="danger" name="answer" value="fail">Fail</button>
      </form>
    </div>`;
  return {
    status: 200,
    text: page(narrowFrame('Your bank asks you to confirm'), body),
    formsLeadTo: targets(call, asked),
  };
}

/** `POST /authenticate/:id`: the person's answer, then back to where they came from. */
export function answerAuthentication(call: Call): Shown {
  const asked = find(call);
  if (asked.status !== 'requires_action') return answeredPage(call, asked);
  const approved = text(call.form, 'answer') === 'approve';
  const bare: Call = { ...call, form: {} };
  if (isSetup(asked)) {
    const setup = answerSetup(bare, asked.id, approved);
    return { to: afterSetup(bare, setup) ?? returned(setup, 'setup_intent', approved) };
  }
  return { to: returned(answerIntent(bare, asked.id, approved), 'payment_intent', approved) };
}

function find(call: Call): Intent | Setup {
  const id = call.ids[0]!;
  if (id.startsWith('seti_')) return mustFind<Setup>(call.store, 'setup_intent', id);
  return mustFind<Intent>(call.store, 'payment_intent', id);
}

function isSetup(asked: Intent | Setup): asked is Setup {
  return asked.object === 'setup_intent';
}

function question(asked: Intent | Setup): Markup {
  if (isSetup(asked)) return html`Save this card for later payments?`;
  return html`Charge <strong>${money(asked.amount, asked.currency)}</strong> to your card?`;
}

/** Stripe adds these three to the return address. */
function returned(asked: Intent | Setup, name: string, approved: boolean): string {
  if (!asked._return) return `/objects/${asked.id}`;
  const url = new URL(asked._return);
  url.searchParams.set(name, asked.id);
  url.searchParams.set(`${name}_client_secret`, String(asked.client_secret));
  url.searchParams.set('redirect_status', approved ? 'succeeded' : 'failed');
  return url.href;
}

function targets(call: Call, asked: Intent | Setup): string[] {
  const checkout = isSetup(asked) ? checkoutOf(call, asked) : null;
  return [...originOf(checkout?.success_url ?? ''), ...originOf(asked._return ?? '')];
}

function answeredPage(call: Call, asked: Intent | Setup): Shown {
  const to = asked._return ?? (isSetup(asked) ? checkoutOf(call, asked)?.success_url : undefined);
  const body = html`<h1>Already decided</h1><p>Your bank has nothing more to ask you here.</p>
    ${to ? html`<p class="actions"><a class="button" href="${to}">Back</a></p>` : null}`;
  return { status: 200, text: page(narrowFrame('Already decided'), body) };
}
