/** Stripe's test cards, as documented at https://docs.stripe.com/testing. */
export type Decline = { code: string; declineCode?: string; message: string };

export type TestCard = {
  name: string;
  number: string;
  brand: 'visa' | 'mastercard' | 'amex';
  /** Shown to the person who chooses it. */
  meaning: string;
  /** Magic payment method ids that stand for it. */
  magic: string[];
  /** What happens when the card is saved or attached. */
  saving: 'accepted' | 'authenticate' | Decline;
  /** What happens when it is charged. `once`: no second question after an authenticated set-up. */
  charging: 'accepted' | 'authenticateOnce' | 'authenticateAlways' | Decline;
};

const declined: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};
const noFunds: Decline = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};
const expired: Decline = { code: 'expired_card', message: 'Your card has expired.' };
const processing: Decline = {
  code: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
};

export const TEST_CARDS: TestCard[] = [
  {
    name: 'visa',
    number: '4242424242424242',
    brand: 'visa',
    meaning: 'A Visa card that always works.',
    magic: ['pm_card_visa'],
    saving: 'accepted',
    charging: 'accepted',
  },
  {
    name: 'mastercard',
    number: '5555555555554444',
    brand: 'mastercard',
    meaning: 'A Mastercard that always works.',
    magic: ['pm_card_mastercard'],
    saving: 'accepted',
    charging: 'accepted',
  },
  {
    name: 'fails-later',
    number: '4000000000000341',
    brand: 'visa',
    meaning: 'You can save it, but every payment with it is declined.',
    magic: ['pm_card_chargeCustomerFail'],
    saving: 'accepted',
    charging: declined,
  },
  {
    name: 'asks-once',
    number: '4000002500003155',
    brand: 'visa',
    meaning: 'The bank asks you to approve saving it. Payments afterwards go through without you.',
    magic: ['pm_card_authenticationRequiredOnSetup'],
    saving: 'authenticate',
    charging: 'authenticateOnce',
  },
  {
    name: 'asks-always',
    number: '4000002760003184',
    brand: 'visa',
    meaning: 'The bank asks you to approve saving it, and again for every payment.',
    magic: ['pm_card_authenticationRequired'],
    saving: 'authenticate',
    charging: 'authenticateAlways',
  },
  {
    name: 'declined',
    number: '4000000000000002',
    brand: 'visa',
    meaning: 'The bank declines it, so you can’t save it.',
    magic: ['pm_card_chargeDeclined', 'pm_card_visa_chargeDeclined'],
    saving: declined,
    charging: declined,
  },
  {
    name: 'no-funds',
    number: '4000000000009995',
    brand: 'visa',
    meaning: 'It doesn’t have enough money, so you can’t save it.',
    magic: ['pm_card_chargeDeclinedInsufficientFunds', 'pm_card_visa_chargeDeclinedInsufficientFunds'],
    saving: noFunds,
    charging: noFunds,
  },
  {
    name: 'expired',
    number: '4000000000000069',
    brand: 'visa',
    meaning: 'It has expired, so you can’t save it.',
    magic: ['pm_card_chargeDeclinedExpiredCard', 'pm_card_visa_chargeDeclinedExpiredCard'],
    saving: expired,
    charging: expired,
  },
  {
    name: 'bank-error',
    number: '4000000000000119',
    brand: 'visa',
    meaning: 'The bank makes an error, so you can’t save it.',
    magic: ['pm_card_chargeDeclinedProcessingError', 'pm_card_visa_chargeDeclinedProcessingError'],
    saving: processing,
    charging: processing,
  },
  {
    name: 'amex',
    number: '378282246310005',
    brand: 'amex',
    meaning: 'An American Express card that always works.',
    magic: ['pm_card_amex'],
    saving: 'accepted',
    charging: 'accepted',
  },
];

export function cardNamed(name: string): TestCard {
  const card = TEST_CARDS.find((each) => each.name === name);
  if (!card) throw new Error(`No test card is named ${name}`);
  return card;
}

export function cardByMagic(id: string): TestCard | null {
  return TEST_CARDS.find((card) => card.magic.includes(id)) ?? null;
}

/** The card with this number, or the error Stripe's test mode gives for it. */
export function cardByNumber(typed: string): TestCard | Decline {
  const number = typed.replace(/[\s-]/g, '');
  const known = TEST_CARDS.find((card) => card.number === number);
  if (known) return known;
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    return { code: 'incorrect_number', message: 'Your card number is incorrect.' };
  }
  return {
    code: 'card_declined',
    declineCode: 'test_mode_live_card',
    message: 'Your card was declined. Your request was in test mode, but used a non test card.',
  };
}

function passesLuhn(number: string): boolean {
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => {
    if (i % 2 === 0) return total + digit;
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return sum % 10 === 0;
}
