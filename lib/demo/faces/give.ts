import type { Person } from '@/lib/core/rights';
import { setPhoto } from '@/lib/market/photos/commands';
import { perform } from '@/lib/platform/doors/perform';
import { encodePortrait } from '@/lib/platform/pictures/portrait';
import { drawFace, SIDE } from './draw';

/** Every fourth has none, as anywhere: their initials stand there. */
const WITHOUT = 4;

/** Gives most of these people a drawn portrait, by the command that keeps an uploaded one. */
export async function giveFaces(people: readonly { person: Person; name: string }[]): Promise<void> {
  const drawn = people.filter((_one, at) => at % WITHOUT !== WITHOUT - 1);
  for (const { person, name } of drawn) {
    const portrait = await encodePortrait(drawFace(name), { width: SIDE, height: SIDE, channels: 3 });
    await perform(person, (tx) => setPhoto(tx, person, portrait));
  }
}
