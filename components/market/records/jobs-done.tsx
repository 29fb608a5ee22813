/** "3 jobs done". Nothing where there is none: those who are new are called so already. */
export function JobsDone({ jobs }: { jobs: number | undefined }) {
  return jobs ? (
    <span className="whitespace-nowrap">
      {jobs.toLocaleString('en')} {jobs === 1 ? 'job' : 'jobs'} done
    </span>
  ) : null;
}
