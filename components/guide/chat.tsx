import type { Chapter } from './chapter';
import { Picture } from './picture';

export const CHAT: Chapter = {
  slug: 'chat',
  side: 'both',
  title: 'Chat',
  about: 'The conversation is the job: messages, proposals, payments and access in one place.',
  parts: [
    {
      id: 'write',
      title: 'Write messages',
      text: () => (
        <ul>
          <li>
            <kbd>Enter</kbd> sends. <kbd>Shift</kbd>+<kbd>Enter</kbd> begins a new line.
          </li>
          <li>Messages are plain text. Formatting is shown as it was typed.</li>
          <li>
            Messages appear at once on both sides. You see who is there and who is typing. If the connection
            is lost, what you wrote waits on the page and is sent once, in the order you wrote it.
          </li>
          <li>
            <b>Show earlier messages</b> at the top of a conversation leads back to its first one.{' '}
            <b>More conversations</b> below the list leads to the oldest.
          </li>
          <li>A message you haven’t sent yet is still there after a reload, and on your other devices.</li>
          <li>
            Whoever is away gets one e-mail for all that came since they last read, not one for each message.
          </li>
        </ul>
      ),
    },
    {
      id: 'job',
      title: 'Whose turn it is',
      text: () => (
        <>
          <p>
            The line at the top of each conversation says what is waited for and by whom: a proposal to decide
            on, a payment to approve, access that is asked for. Its button leads there. What happens stands
            between the messages, so that the conversation is also the record of the job.
          </p>
          <Picture name="conversation" />
        </>
      ),
    },
    {
      id: 'who',
      title: 'Who reads it',
      text: () => (
        <p>
          The members of the customer, and the members of the company whose expert answered. Nobody else on
          this site; another company that answered the same request has a conversation of its own.
        </p>
      ),
    },
  ],
};
