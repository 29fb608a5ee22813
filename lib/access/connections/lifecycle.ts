import { among, lifecycle, type StateOf, type StepOf } from '@/lib/core/lifecycle';

/** Of an account in which an access is in force: it is to be found again, whatever is being done about it. */
const LOST = {
  of: 'customer',
  says: 'the connection to the AWS account was lost',
  label: 'Restore it',
  weight: 85,
} as const;

/** One AWS account of a customer: it counts as connected only after each role was tried with and without our ExternalId. */
export const CONNECTION = lifecycle({
  name: 'connection',
  initial: 'waiting',
  states: {
    waiting: { verify: { to: 'verifying', by: ['customer:grant'] } },
    verifying: {
      connect: { to: 'connected', by: ['vendor'] },
      refuse: { to: 'refused', by: ['vendor'] },
    },
    connected: { lose: { to: 'lost', by: ['vendor'] } },
    refused: {
      verify: { to: 'verifying', by: ['customer:grant'] },
      // While access is live the roles are tried again, whether or not anybody asks.
      find: { to: 'connected', by: ['vendor'] },
    },
    lost: {
      verify: { to: 'verifying', by: ['customer:grant'] },
      find: { to: 'connected', by: ['vendor'] },
    },
  },
  words: {
    waiting: { word: 'Waiting for the stack', lamp: 'turn', turn: LOST },
    verifying: { word: 'Verifying', lamp: 'wait', turn: LOST },
    connected: { word: 'Connected', lamp: 'go' },
    refused: { word: 'Not connected', lamp: 'stop', turn: LOST },
    lost: { word: 'Connection lost', lamp: 'stop', turn: LOST },
  },
});

export type ConnectionState = StateOf<typeof CONNECTION>;
export type ConnectionEvent = StepOf<typeof CONNECTION>;

export const isConnected = among<ConnectionState>(['connected']);
export const isVerifying = among<ConnectionState>(['verifying']);
/** Nobody has tried it yet. */
export const isWaiting = among<ConnectionState>(['waiting']);
/** It was connected, and is no more. */
export const isLost = among<ConnectionState>(['lost']);
