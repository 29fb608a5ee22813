import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** `body` as it came over the wire, compressed where the server does so. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Browser = {
  get(path: string): Promise<Answer>;
  /** Presses the button of the first form that holds this text, as a browser without JavaScript does. */
  press(path: string, holding: string, fields?: Record<string, string>): Promise<Answer>;
  close(): void;
};

const ANSWER_WITHIN_MS = 30_000;

/** One connection that is kept, and the cookies that came over it. */
export function openBrowser(port: number): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  const host = `localhost:${port}`;

  async function send(path: string, posted?: FormData): Promise<Answer> {
    const form = posted && new Response(posted);
    const body = form && Buffer.from(await form.arrayBuffer());
    const answer = await new Promise<Answer>((resolve, reject) => {
      const headers = {
        host,
        'accept-encoding': 'gzip',
        accept: 'text/html',
        ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
        ...(form && body
          ? {
              origin: `http://${host}`,
              'content-type': form.headers.get('content-type') ?? '',
              'content-length': String(body.length),
            }
          : {}),
      };
      const sent = request(
        { agent, host: '127.0.0.1', port, path, headers, method: form ? 'POST' : 'GET' },
        (response) => {
          const { statusCode: status = 0, headers } = response;
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('error', reject)
            .on('end', () => resolve({ status, headers, body: Buffer.concat(chunks) }));
        },
      );
      sent
        .setTimeout(ANSWER_WITHIN_MS, () => sent.destroy(new Error(`no answer in time: ${path}`)))
        .on('error', reject)
        .end(body);
    });
    for (const line of answer.headers['set-cookie'] ?? []) keep(line);
    return answer;
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const over = attributes.some((text) => /^\s*(max-age=0|expires=thu, 01 jan 1970.*)$/i.test(text));
    if (over) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  return {
    get: (path) => send(path),
    async press(path, holding, fields = {}) {
      const page = await send(path);
      const form = (textOf(page).match(/<form\b[\s\S]*?<\/form>/g) ?? []).find((one) =>
        one.includes(holding),
      );
      if (!form) throw new Error(`${path} answered ${page.status}, without a form that holds ${holding}`);
      const data = new FormData();
      for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g))
        data.append(attributeOf(input, 'name') ?? '', attributeOf(input, 'value') ?? '');
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return send(path, data);
    },
    close: () => agent.destroy(),
  };
}

/** The page as text. */
export function textOf({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', '#x27': "'", '#39': "'", lt: '<', gt: '>' };

/** An attribute's value in a tag as React writes it, or null. */
export function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replace(/&(#?\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole) ?? null;
}
