import { buttonLook } from '@/components/ui/button-look';

/**
 * Plain forms: the answer leads into AWS, or is a page that shows credentials once, so neither may be an answer that a
 * script keeps. Both open beside this page.
 */
export function SessionButtons({ grantId }: { grantId: string }) {
  const form = (purpose: 'console' | 'credentials', label: string, primary: boolean) => (
    <form method="post" action="/api/sessions" target="_blank" rel="noopener">
      <input type="hidden" name="grantId" value={grantId} />
      <input type="hidden" name="purpose" value={purpose} />
      <button type="submit" className={buttonLook(primary ? 'primary' : 'secondary')}>
        <bdi>{label}</bdi>
      </button>
    </form>
  );
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
