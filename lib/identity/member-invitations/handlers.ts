import { sends } from '@/lib/identity/invitations/handlers';
import { sendInvitation } from './jobs';
import { invitationMail } from './mail';
import { renewLink } from './store';

export const handlers = [
  sends({ job: sendInvitation, page: '/invitations', renew: renewLink, mail: invitationMail }),
];
