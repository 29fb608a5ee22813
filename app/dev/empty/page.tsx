import { connection } from 'next/server';

/** The benchmarks' floor: what a page costs before it holds anything but a word, without which nothing is painted. */
export default async function EmptyPage() {
  await connection();
  return <p>Empty</p>;
}
