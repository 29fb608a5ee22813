'use client';

import { type SubmitEvent, useContext } from 'react';
import { buttonLook } from '@/components/ui/button-look';
import { ProveContext } from '@/components/ui/prove-context';
import type { Confirm } from '@/lib/core/refusal';

/**
 * Plain forms: the answer leads into AWS, or is a page that shows credentials once, so neither may be an answer that a
 * script keeps. Both open beside this page. Where a proof is missing it is asked for before they are sent.
 */
export function SessionButtons({ grantId, confirm }: { grantId: string; confirm: Confirm | null }) {
  const prove = useContext(ProveContext);
  const form = (purpose: 'console' | 'credentials', label: string, primary: boolean) => {
    function send(event: SubmitEvent<HTMLFormElement>) {
      if (!confirm || !prove) return;
      event.preventDefault();
      const sent = event.currentTarget;
      prove({ ...confirm, button: label, proved: () => open(sent), left: () => {} });
    }
    return (
      <form method="post" action="/api/sessions" target="_blank" rel="noopener" onSubmit={send}>
        <input type="hidden" name="grantId" value={grantId} />
        <input type="hidden" name="purpose" value={purpose} />
        <button type="submit" className={buttonLook(primary ? 'primary' : 'secondary')}>
          <bdi>{label}</bdi>
        </button>
      </form>
    );
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {form('console', 'Open the AWS console', true)}
        {form('credentials', 'Get one-hour credentials', false)}
      </div>
      <p className="text-sm text-muted">
        Each session lasts an hour and is for you only. Everything you do shows in CloudTrail under your name,
        and the customer sees it here.
      </p>
    </div>
  );
}

/** A browser opens nothing beside a page too long after a press: then it opens in the page's place. */
function open(form: HTMLFormElement): void {
  form.target = navigator.userActivation?.isActive === false ? '_self' : '_blank';
  form.submit();
}
