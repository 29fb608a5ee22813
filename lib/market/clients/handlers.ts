import { sends } from '@/lib/identity/invitations/handlers';
import { sendClientInvitation } from './jobs';
import { clientInvitationMail } from './mail';
import { renewLink } from './store';

export const handlers = [
  sends({
    job: sendClientInvitation,
    page: '/client-invitations',
    renew: renewLink,
    mail: clientInvitationMail,
  }),
];
