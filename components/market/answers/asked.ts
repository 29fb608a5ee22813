/** What stands where a company has not written: nobody answered, somebody was asked. */
export const ASKED = {
  answer: '',
  direct: 'You asked them directly. See the conversation.',
  client: 'They invited you. See the conversation.',
};
