'use client';

import { useState } from 'react';
import { MailForms } from './confirm-forms';

/** By a code from an email, asked for and entered in one place. */
export function MailedCode({
  purpose,
  email,
  onProved,
}: {
  purpose: string;
  email: string;
  onProved: () => void;
}) {
  const [sent, setSent] = useState(false);
  return (
    <MailForms
      next={null}
      purpose={purpose}
      email={email}
      sent={sent}
      onSent={() => setSent(true)}
      onProved={onProved}
    />
  );
}
