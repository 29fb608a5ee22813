import { Tabs } from '@/components/ui/tabs';

const TABS = [
  { href: '/work', label: 'All' },
  { href: '/work/bookmarks', label: 'Bookmarks' },
  { href: '/work/searches', label: 'Saved searches' },
  { href: '/work/hidden', label: 'Hidden' },
];

/** The ways to look at open requests. */
export function OpenRequestTabs({ current }: { current: string }) {
  const tabs = TABS.map((tab) => ({ ...tab, current: tab.href === current }));
  return <Tabs label="Open requests" tabs={tabs} className="mb-4" />;
}
