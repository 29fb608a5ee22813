import { connection } from 'next/server';

/** The benchmark's floor: what a page costs before it holds anything. */
export default async function EmptyPage() {
  await connection();
  return null;
}
