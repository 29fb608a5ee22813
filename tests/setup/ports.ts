import { type AddressInfo, createServer } from 'node:net';
import { isFree } from '@/lib/processes/start/ports';

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The first of nine free ports in a row: what a whole demo takes. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const wanted = Array.from({ length: 9 }, (_, offset) => isFree(first + offset, '127.0.0.1'));
    if ((await Promise.all(wanted)).every(Boolean)) return first;
  }
}
