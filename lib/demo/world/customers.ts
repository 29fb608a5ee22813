/** The buying side of the demo world: the tenant and its owner, and the name on its requests where it is another. All invented. */
export const CUSTOMERS: readonly { name: string; owner: string; preferred?: string; timeZone: string }[] = [
  { name: 'Fernhill Books', owner: 'Nadia Okafor', timeZone: 'Europe/London' },
  {
    name: 'Harrow & Vale',
    owner: 'Simon Treadwell',
    preferred: 'Sim at the shop',
    timeZone: 'Europe/London',
  },
  { name: 'Pinecrest Clinic', owner: 'Andrea Castellano', timeZone: 'America/New_York' },
  { name: 'Loom & Ladder', owner: 'Hye-jin Park-Ellis', timeZone: 'America/Los_Angeles' },
  { name: 'Mosaic Travel', owner: 'Olivier Descamps', timeZone: 'Europe/Paris' },
  { name: 'Quarry Street Games', owner: 'Tamsin Oyelaran', timeZone: 'Australia/Melbourne' },
  { name: 'Bellweather Grain', owner: 'Clyde Hutchinson', timeZone: 'America/Chicago' },
  { name: 'Saltmarsh Energy', owner: 'Freya Lindholm', timeZone: 'Europe/Oslo' },
  { name: 'Copper Kettle', owner: 'Mina Farrokhzad', timeZone: 'Europe/Berlin' },
  { name: 'Longacre Logistics', owner: 'Peter Vandermeer', timeZone: 'Europe/Amsterdam' },
  { name: 'Tern & Plover', owner: 'Gwen Ashdown', timeZone: 'Europe/London' },
  { name: 'Orchard Payments', owner: 'Sunil Abeysekera', timeZone: 'Europe/Dublin' },
  { name: 'Redwood Museum', owner: 'Carla Bianchetti', timeZone: 'America/Los_Angeles' },
  { name: 'Kestrel Robotics', owner: 'Jan-Erik Nyqvist', timeZone: 'Europe/Stockholm' },
];

/** First sentences of answers; the expert's own line follows. */
export const ANSWERS: readonly string[] = [
  'I have seen exactly this twice in the last year and know where I would look first.',
  'This is what I do most weeks. Two questions before I can name a price: which Region, and is there a staging account?',
  'Happy to take a look today. I would begin with read-only access and a short report before anything is changed.',
  'From your description I suspect two causes. Both can be checked in an hour, and I would show you how.',
  'We would do this as a pair: one changes, one checks. You get a written account of every step.',
];
