import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { raw: string; signature: string; event: { id: string; type: string } };

export type Receiver = {
  url: string;
  received: Received[];
  /** What it answers from now on. */
  answer: (status: number) => void;
  /** Resolves as soon as what has been received satisfies the condition. */
  until: (condition: (received: Received[]) => boolean) => Promise<Received[]>;
  close: () => Promise<void>;
};

/** A webhook endpoint that remembers what it was sent. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString('utf8');
    received.push({ raw, signature: String(request.headers['stripe-signature']), event: JSON.parse(raw) });
    response.writeHead(status).end();
    for (const check of waiting) check();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answer: (next) => {
      status = next;
    },
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(received)) return;
          waiting.delete(check);
          resolve(received);
        };
        waiting.add(check);
        check();
      }),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
