import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import { Server } from 'socket.io';
import { NOBODY } from '@/lib/core/rights';
import { sellingOf } from '@/lib/core/scope';
import { MINUTE } from '@/lib/core/time';
import { FRAME_BYTES, type SocketData } from '@/lib/platform/announce/events';
import { noteRefusal } from '@/lib/platform/doors/knock';
import { log } from '@/lib/platform/log/logger';
import { hearOthers } from './hearing';
import { answerTo } from './incoming';
import { outgoing } from './outgoing';
import { networkBehind, personBehind, type Realtime, type RealtimeSocket, room } from './rooms';
import { redeem } from './tickets';

/** Sessions are looked at again this often; one that is over, or whose person is suspended, loses its sockets. */
const RECHECK_MS = MINUTE;

/**
 * Socket.IO on an HTTP server. Handshake: a single-use ticket and our own Origin (CORS does not guard WebSockets).
 * It holds no state: any number of these run beside one another.
 */
export async function startRealtime(
  http: HttpServer,
  options: { databaseUrl: string; appUrl: string },
): Promise<{ io: Realtime; close(): Promise<void> }> {
  const origin = new URL(options.appUrl).origin;
  const io: Realtime = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: FRAME_BYTES,
    connectTimeout: 10_000,
    pingTimeout: 20_000,
    cors: { origin, methods: ['GET', 'POST'] },
    allowRequest: (request, answer) => {
      const ours = request.headers.origin === origin;
      if (!ours)
        turnedAway({ headers: request.headers, address: request.socket.remoteAddress ?? '' }, 'forbidden');
      answer(null, ours);
    },
  });
  // Typing and presence cross processes through this; messages go by LISTEN in each process.
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 3 });
  pool.on('error', (error) => log().warn({ err: error }, 'realtime pool'));
  io.adapter(
    createAdapter(pool, { errorHandler: (error) => log().warn({ err: error }, 'realtime adapter') }),
  );

  io.use((socket, next) => {
    const ticket: unknown = socket.handshake.auth.ticket;
    const admitted =
      typeof ticket === 'string' && ticket.length <= 200 ? admit(ticket) : Promise.resolve(null);
    admitted.then(
      (data) => {
        if (!data) {
          turnedAway(socket.handshake, 'unauthenticated');
          return next(new Error('ticket'));
        }
        socket.data = data;
        next();
      },
      () => next(new Error('unavailable')),
    );
  });

  hearOthers(io);
  io.on('connection', (socket) => {
    socket.join([room.person(socket.data.personId), room.session(socket.data.sessionId)]);
    answerTo(io, socket);
    void joinExperts(socket);
  });

  const listening = await outgoing(io, options.databaseUrl);
  const recheck = setInterval(() => void dropEnded(io), RECHECK_MS);
  return {
    io,
    async close() {
      clearInterval(recheck);
      await listening.close();
      await io.close();
      await pool.end();
    },
  };
}

/** A socket from another site, or without a good ticket: noted as every other refusal. */
function turnedAway(
  handshake: Parameters<typeof networkBehind>[0]['handshake'],
  code: 'forbidden' | 'unauthenticated',
): void {
  const knocked = { door: 'realtime.connect', callId: randomUUID(), viewer: NOBODY };
  noteRefusal({ ...knocked, network: networkBehind({ handshake }) }, code);
}

/** Whose ticket it is: null also where the session has ended, or the person was suspended, since it was issued. */
async function admit(ticket: string): Promise<SocketData | null> {
  const data = await redeem(ticket);
  return data && (await personBehind({ data })) ? data : null;
}

/** Whoever belongs to a company hears of new open requests. */
async function joinExperts(socket: RealtimeSocket): Promise<void> {
  const person = await personBehind(socket).catch(() => null);
  if (person && sellingOf(person).length > 0) await socket.join(room.experts);
}

async function dropEnded(io: Realtime): Promise<void> {
  for (const socket of await io.local.fetchSockets()) {
    const person = await personBehind(socket).catch(() => 'unknown' as const);
    if (person === null) socket.disconnect(true);
  }
}
