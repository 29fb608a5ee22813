import { FREELANCERS } from './companies-alone';
import { LARGE_COMPANIES } from './companies-large';
import { SMALL_COMPANIES } from './companies-small';
import type { DemoCompany } from './company';

/** The selling side of the demo world. All people and firms are invented. */
export const COMPANIES: readonly DemoCompany[] = [...LARGE_COMPANIES, ...SMALL_COMPANIES, ...FREELANCERS];
