import { database } from './client';

/** The application's time: the wall clock, plus in the demo how far the clock was moved. For reading alone: commands use `tx.now()`. */
export async function appNow(): Promise<Date> {
  const [row] = await database().$queryRaw<
    { at: Date }[]
  >`SELECT date_trunc('milliseconds', app_now()) AS at`;
  return row!.at;
}

/** How far the demo's clock runs ahead of the wall, in milliseconds. */
export async function clockOffset(): Promise<number> {
  const row = await database().clock.findUnique({ where: { id: 1 } });
  return Number(row?.offsetMs ?? 0n);
}
