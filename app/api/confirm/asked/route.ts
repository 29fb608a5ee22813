import { showConfirm } from '../shown';

/** Where a form goes, without JavaScript, that was refused for want of a proof: shows how to give it, and changes nothing. */
export const POST = (request: Request) => showConfirm(request, { status: 200 });
