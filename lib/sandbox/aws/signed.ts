import type { IncomingMessage } from 'node:http';
import { requestId } from './ids';
import type { Raw } from './operation';
import { operationNamed, perform } from './perform';
import { shapeError, shapeResult } from './reply';
import { s3Operation } from './s3';
import { parseAuthorization, verifySignature } from './sigv4';
import { holderOf, inServiceShape } from './who';
import { type Call, isWireError, type Params, type ServiceName, wireError } from './wire';
import type { World } from './world';

const TARGET =
  /^com\.amazonaws\.cloudtrail\.v20131101\.CloudTrail_20131101\.(\w+)$|^CloudTrail_20131101\.(\w+)$/;

/** One signed API request from bytes to bytes. Undefined: the reply is to be dropped after the change was made. */
export function answerSigned(world: World, request: IncomingMessage, body: Buffer): Raw | undefined {
  const id = requestId();
  let service: ServiceName | undefined;
  try {
    const header = request.headers.authorization;
    if (!header)
      throw wireError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
    const auth = parseAuthorization(header);
    service = auth.service;
    const key = holderOf(world, auth.accessKeyId);
    if (!key)
      throw wireError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.');
    const signed = {
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      headers: request.headers,
      body,
    };
    const refused = verifySignature(signed, auth, key, world.clock.wall());
    if (refused) throw refused;
    const call: Call = {
      service,
      ...named(service, request, body),
      region: auth.region,
      caller: key.caller,
      raw: body,
      sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      userAgent: String(request.headers['user-agent'] ?? ''),
      requestId: id,
    };
    if (!operationNamed(service, call.operation)) throw unknown(service, call.operation);
    const { result, dropReply, lateMs } = perform(world, call);
    return dropReply ? undefined : { ...shapeResult(service, call.operation, result, id), lateMs };
  } catch (error) {
    if (!isWireError(error)) throw error;
    return shapeError(service, service ? inServiceShape(service, error) : error, id);
  }
}

function named(
  service: ServiceName,
  request: IncomingMessage,
  body: Buffer,
): { operation: string; params: Params } {
  if (service === 's3') {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const found = s3Operation(request.method ?? 'GET', url.pathname, url.searchParams);
    const type = request.headers['content-type'];
    return {
      operation: found.operation,
      params: type ? { ...found.params, ContentType: type } : found.params,
    };
  }
  if (service === 'cur') {
    const target = /^AWSOrigamiServiceGatewayService\.(\w+)$/.exec(
      String(request.headers['x-amz-target'] ?? ''),
    );
    return { operation: target?.[1] ?? '', params: {} };
  }
  if (service === 'cloudtrail') {
    const target = TARGET.exec(String(request.headers['x-amz-target'] ?? ''));
    return { operation: target?.[1] ?? target?.[2] ?? '', params: {} };
  }
  const params = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  return { operation: params.Action ?? '', params };
}

function unknown(service: ServiceName, operation: string) {
  if (service === 'cloudtrail' || service === 'cur')
    return wireError('UnknownOperationException', 400, 'The operation is not known.');
  if (service === 's3') return wireError('NotImplemented', 501, 'The sandbox does not offer this operation.');
  return wireError('InvalidAction', 400, `The action ${operation} is not valid for this endpoint.`);
}
