import { cardByNumber, type Decline, TEST_CARDS, type TestCard } from '../cards';
import { type Checkout, checkoutOf, completeCheckout, current } from '../checkouts';
import { text } from '../form';
import { newMethod } from '../methods';
import type { Call } from '../sandbox';
import { type Setup, setUp } from '../setups';
import { mustFind } from '../store';
import { narrowFrame, type Shown } from './frame';
import { html, type Markup } from './html';
import { originOf, page } from './look';

/** `GET /checkout/:id`: the page where the person gives a card. */
export function showCheckout(call: Call): Shown {
  const checkout = open(call);
  const setup = mustFind<Setup>(call.store, 'setup_intent', checkout.setup_intent);
  return cardPage(checkout, setup.last_setup_error?.message ?? null, 200);
}

/** `POST /checkout/:id`: keeps the card, or says why not, or sends the person to the bank. */
export function saveCard(call: Call): Shown {
  const checkout = open(call);
  if (checkout.status !== 'open') return cardPage(checkout, null, 409);
  const card = chosenCard(call);
  if ('message' in card) return cardPage(checkout, card.message, 422);
  const setup = mustFind<Setup>(call.store, 'setup_intent', checkout.setup_intent);
  const bare: Call = { ...call, form: {} };
  const reply = setUp(bare, setup, newMethod(bare, card), `${call.sandbox.origin}/checkout/${checkout.id}`);
  const after = mustFind<Setup>(call.store, 'setup_intent', setup.id);
  if (after.status === 'requires_action') return { to: `/authenticate/${setup.id}` };
  if (reply.status !== 200) return cardPage(checkout, after.last_setup_error?.message ?? null, 402);
  return { to: completeCheckout(call, checkout) };
}

/** Where a person goes after the bank's page about this set-up; null when no card page opened it. */
export function afterSetup(call: Call, setup: Setup): string | null {
  const checkout = checkoutOf(call, setup);
  if (!checkout) return null;
  return setup.status === 'succeeded' ? completeCheckout(call, checkout) : `/checkout/${checkout.id}`;
}

function open(call: Call): Checkout {
  return current(call, mustFind<Checkout>(call.store, 'checkout.session', call.ids[0]!));
}

/** A typed number wins over a chosen card: it is the more deliberate of the two. */
function chosenCard(call: Call): TestCard | Decline {
  const number = text(call.form, 'number');
  if (number) return cardByNumber(number);
  const name = text(call.form, 'card');
  const card = TEST_CARDS.find((each) => each.name === name);
  return card ?? { code: 'incomplete_number', message: 'Choose a card or type a number.' };
}

function cardPage(checkout: Checkout, problem: string | null, status: number): Shown {
  if (checkout.status !== 'open') return closedPage(checkout);
  const back = checkout.cancel_url ? html`<a class="button" href="${checkout.cancel_url}">Back</a>` : null;
  const body = html`
    <h1>Save a card</h1>
    <p class="muted">We keep the card for payments you approve later. Nothing is charged now.</p>
    ${problem ? html`<p class="problem" role="alert" id="problem">${problem}</p>` : null}
    <form method="post" class="card" action="/checkout/${checkout.id}">
      <fieldset>
        <legend>Choose a test card</legend>
        ${TEST_CARDS.map((card, i) => choice(card, i === 0))}
      </fieldset>
      <label class="field">Or type a card number
        <input type="text" name="number" inputmode="numeric" autocomplete="off" maxlength="23"${problem ? DESCRIBED : null}>
      </label>
      <p class="small muted">Only test numbers work. Never type a real one.</p>
      <div class="actions"><button class="primary">Save card</button>${back}</div>
    </form>`;
  const formsLeadTo = originOf(checkout.success_url);
  return { status, text: page(narrowFrame('Save a card'), body), formsLeadTo };
}

const DESCRIBED: Markup = { markup: ' aria-invalid="true" aria-describedby="problem"' };
const CHECKED: Markup = { markup: ' checked' };

function choice(card: TestCard, first: boolean): Markup {
  const number = card.number.replace(/(.{4})(?=.)/g, '$1 ');
  return html`<label class="choice"><input type="radio" name="card" value="${card.name}"${first ? CHECKED : null}>
    <span><span class="id">${number}</span><span class="small muted">${card.meaning}</span></span></label>`;
}

function closedPage(checkout: Checkout): Shown {
  const done = checkout.status === 'complete';
  const title = done ? 'Card saved' : 'This page has expired';
  const to = done
    ? checkout.success_url.replaceAll('{CHECKOUT_SESSION_ID}', checkout.id)
    : checkout.cancel_url;
  const body = html`<h1>${title}</h1>
    <p>${done ? 'You’re done here.' : 'Go back and start again.'}</p>
    ${to ? html`<p class="actions"><a class="button" href="${to}">Back</a></p>` : null}`;
  return { status: done ? 200 : 410, text: page(narrowFrame(title), body) };
}
