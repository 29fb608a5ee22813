'use client';

import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';
import { SERVICES } from '@/lib/market/tags/aws-services';
import { REGIONS, regionChoice } from '@/lib/market/tags/regions';

const services = SERVICES.map(({ code, name }) => ({ value: code, label: name })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en'),
);
const regions = REGIONS.map((region) => ({ value: region.code, label: regionChoice(region) }));

type TagSelectProps = Omit<ComponentProps<typeof Select>, 'options'>;

/** AWS's services by name. The list is part of the script: as data of every page with a filter it weighed 8 kB. */
export function ServiceSelect(props: TagSelectProps) {
  return <Select {...props} options={services} />;
}

/** AWS's Regions. */
export function RegionSelect(props: TagSelectProps) {
  return <Select {...props} options={regions} />;
}
