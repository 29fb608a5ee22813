import type { DemoJob } from '../jobs/job';
import type { Access } from '../visits';

/** A job of one of the three people whom one can be. */
export type PlayedJob = DemoJob &
  Required<Pick<DemoJob, 'chapter'>> & {
    title: string;
    description: string;
    /** The customer, by name. */
    of: string;
    hoursAgo: number;
    access?: Access;
  };
