import type { Location } from '@/lib/market/requests/schema';

type DemoCustomer = {
  name: string;
  owner: string;
  /** The name on their requests, where it is another. */
  preferred?: string;
  timeZone: string;
  /** Where half of their requests would like an expert from. */
  home?: Location;
};

/** The buying side of the demo world: tenants and their owners. All invented. */
export const CUSTOMERS: readonly DemoCustomer[] = [
  { name: 'Fernhill Books', owner: 'Nadia Okafor', timeZone: 'Europe/London', home: 'uk' },
  {
    name: 'Harrow & Vale',
    owner: 'Simon Treadwell',
    preferred: 'Sim at the shop',
    timeZone: 'Europe/London',
    home: 'uk',
  },
  { name: 'Pinecrest Clinic', owner: 'Andrea Castellano', timeZone: 'America/New_York', home: 'us' },
  { name: 'Loom & Ladder', owner: 'Hye-jin Park-Ellis', timeZone: 'America/Los_Angeles', home: 'us' },
  { name: 'Mosaic Travel', owner: 'Olivier Descamps', timeZone: 'Europe/Paris', home: 'fr' },
  { name: 'Quarry Street Games', owner: 'Tamsin Oyelaran', timeZone: 'Australia/Melbourne', home: 'anz' },
  { name: 'Bellweather Grain', owner: 'Clyde Hutchinson', timeZone: 'America/Chicago', home: 'us' },
  { name: 'Saltmarsh Energy', owner: 'Freya Lindholm', timeZone: 'Europe/Oslo' },
  { name: 'Copper Kettle', owner: 'Mina Farrokhzad', timeZone: 'Europe/Berlin' },
  { name: 'Longacre Logistics', owner: 'Peter Vandermeer', timeZone: 'Europe/Amsterdam' },
  { name: 'Tern & Plover', owner: 'Gwen Ashdown', timeZone: 'Europe/London', home: 'uk' },
  { name: 'Orchard Payments', owner: 'Sunil Abeysekera', timeZone: 'Europe/Dublin' },
  { name: 'Redwood Museum', owner: 'Carla Bianchetti', timeZone: 'America/Los_Angeles', home: 'us' },
  { name: 'Kestrel Robotics', owner: 'Jan-Erik Nyqvist', timeZone: 'Europe/Stockholm' },
];
