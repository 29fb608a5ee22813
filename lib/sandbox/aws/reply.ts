import type { ServerResponse } from 'node:http';
import type { Raw, Result } from './operation';
import type { ServiceName, WireError } from './wire';
import { escapeXml, xmlChildren } from './xml';

const namespaces: Record<string, string> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  ec2: 'http://ec2.amazonaws.com/doc/2016-11-15/',
};
const JSON_TYPE = 'application/x-amz-json-1.1';
const XML_TYPE = 'text/xml';

/** A result in the service's own protocol. */
export function shapeResult(service: ServiceName, operation: string, result: Result, requestId: string): Raw {
  if (result && 'raw' in result)
    return { ...result.raw, headers: { ...result.raw.headers, 'x-amz-request-id': requestId } };
  if (result && 'json' in result) {
    const headers = { 'x-amzn-requestid': requestId };
    return { status: 200, type: JSON_TYPE, headers, body: JSON.stringify(result.json) };
  }
  const open = `<${operation}Response xmlns="${namespaces[service]}">`;
  const close = `</${operation}Response>`;
  const headers = { 'x-amzn-requestid': requestId };
  if (service === 'ec2') {
    const inner = result ? xmlChildren(result.tree, 'item') : '<return>true</return>';
    return {
      status: 200,
      type: XML_TYPE,
      headers,
      body: `${open}<requestId>${requestId}</requestId>${inner}${close}`,
    };
  }
  const inner = result
    ? `<${operation}Result>${xmlChildren(result.tree, 'member')}</${operation}Result>`
    : '';
  const meta = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return { status: 200, type: XML_TYPE, headers, body: `${open}${inner}${meta}${close}` };
}

/** A refusal in the service's own protocol; without a service (nobody could tell which) as IAM would say it. */
export function shapeError(service: ServiceName | undefined, error: WireError, requestId: string): Raw {
  const code = `<Code>${escapeXml(error.code)}</Code>`;
  const message = `<Message>${escapeXml(error.message)}</Message>`;
  if (service === 'cloudtrail' || service === 'cur') {
    const headers = { 'x-amzn-requestid': requestId, 'x-amzn-errortype': error.code };
    const body = JSON.stringify({ __type: error.code, Message: error.message, message: error.message });
    return { status: error.status, type: JSON_TYPE, headers, body };
  }
  if (service === 's3') {
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${code}${message}<RequestId>${requestId}</RequestId></Error>`;
    return {
      status: error.status,
      type: 'application/xml',
      headers: { 'x-amz-request-id': requestId },
      body,
    };
  }
  const headers = { 'x-amzn-requestid': requestId };
  if (service === 'ec2') {
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error>${code}${message}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
    return { status: error.status, type: XML_TYPE, headers, body };
  }
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const body = `<ErrorResponse xmlns="${namespaces[service ?? 'iam']}"><Error><Type>${type}</Type>${code}${message}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status: error.status, type: XML_TYPE, headers, body };
}

export function send(response: ServerResponse, raw: Raw): void {
  response.writeHead(raw.status, {
    ...raw.headers,
    ...(raw.status === 204 ? {} : { 'content-type': raw.type }),
    'x-content-type-options': 'nosniff',
  });
  response.end(raw.status === 204 ? undefined : raw.body);
}
