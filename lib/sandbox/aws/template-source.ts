import { parseTemplate, type Template } from './cloudformation';
import { isWireError, validationError } from './wire';
import type { World } from './world';

const LARGEST_TEMPLATE = 1024 * 1024;
const LONGEST_URL = 1024;
const FETCH_MS = 5000;

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Fetches a template as CloudFormation does, but from the allowed local origins alone, so that a link cannot make the sandbox call elsewhere. */
export async function fetchTemplate(world: World, address: string): Promise<Template> {
  if (address.length > LONGEST_URL || !URL.canParse(address))
    throw validationError('TemplateURL must be an address of up to 1,024 characters.');
  const url = new URL(address);
  if (!world.templateHosts.includes(url.origin) || !isLoopback(url.hostname)) {
    throw validationError(
      `TemplateURL must begin with one of: ${world.templateHosts.join(', ') || 'none is allowed'}`,
    );
  }
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw validationError(`The template could not be read: HTTP ${response.status}`);
    const body = await response.text();
    if (body.length > LARGEST_TEMPLATE) throw validationError('The template is larger than 1 MB.');
    return parseTemplate(JSON.parse(body));
  } catch (error) {
    if (isWireError(error)) throw error;
    throw validationError('The template could not be read, or is no JSON.');
  }
}
